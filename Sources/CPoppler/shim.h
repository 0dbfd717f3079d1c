// Poppler's core speaks C++ only: this module carries its flags, and CPDF what we use of it.
