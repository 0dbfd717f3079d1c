import CXML

/// Whether a C string is the given one.
func equal(_ left: UnsafePointer<xmlChar>, _ right: StaticString) -> Bool {
    xmlStrEqual(left, right.utf8Start) == 1
}
