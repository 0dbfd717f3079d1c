// Debian's libxml2 has ICU inside, and its headers would bring in ICU's, which are not those of Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

// xmlFree is a global variable that holds a function, which Swift 6 does not let us read.
static inline void cxml_free(void *memory) { xmlFree(memory); }
