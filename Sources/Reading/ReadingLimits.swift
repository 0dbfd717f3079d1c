/// What a file may cost to read (design section 13).
package struct ReadingLimits: Codable, Equatable, Sendable {
    /// Bytes of the file as it was dropped, and of each attachment.
    package var fileSize = 50_000_000
    /// Bytes of all entries of a container together, unpacked.
    package var unpackedSize = 200_000_000
    /// How many times larger than packed an entry may be, once it is above `ratioFloor`.
    package var compressionRatio = 200
    /// Bytes below which an entry's compression ratio does not matter.
    package var ratioFloor = 100_000
    package var archiveEntries = 10_000
    /// Headings, paragraphs, list items and tables, those in cells included.
    package var blocks = 100_000
    /// Bytes of all text, in UTF-8; what stands in several rows counts in each.
    ///
    /// Three hundred pages have one million.
    package var text = 5_000_000
    /// Tables in tables, content controls in content controls, mails in mails.
    package var nesting = 64
    /// Elements in elements; libxml2 refuses more than this by itself.
    package var elementDepth = 256

    /// Pages of a PDF.
    package var pages = 1000

    package init() {}
}

/// Counts the blocks of one document against the limit, wherever they are made.
struct BlockBudget {
    private var left: Int

    init(_ limits: ReadingLimits) { left = limits.blocks }

    mutating func spend(_ count: Int = 1) throws(ReadingError) {
        left -= count
        if left < 0 {
            throw .tooLarge("The document has more paragraphs and tables than any real minutes.")
        }
    }
}
