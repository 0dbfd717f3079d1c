/// The page headers and footers that some page of the document has, the first page's first.
///
/// A header for first or even pages stays in the file when the document no longer has different ones; it is on no page
/// then, whatever it says.
struct PageReferences {
    let headers: [SectionReference]
    let footers: [SectionReference]
    /// References that no page follows.
    let unused: [SectionReference]

    init(_ references: [SectionReference], hasFirstPages: Bool, hasEvenPages: Bool) {
        func isShown(_ reference: SectionReference) -> Bool {
            switch reference.type {
            case "first": hasFirstPages
            case "even": hasEvenPages
            default: true
            }
        }
        func rank(_ reference: SectionReference) -> Int {
            switch reference.type {
            case "first": reference.hasTitlePage ? 0 : 2
            case "even": 3
            default: 1
            }
        }
        let shown = references.filter(isShown).enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.map(\.element)
        headers = shown.filter(\.isHeader)
        footers = shown.filter { !$0.isHeader }
        unused = references.filter { !isShown($0) }
    }
}
