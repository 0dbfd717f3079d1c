#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

// xmlFree is a global variable that holds a function, which Swift 6 does not let us read.
static inline void cxml_free(void *memory) { xmlFree(memory); }
