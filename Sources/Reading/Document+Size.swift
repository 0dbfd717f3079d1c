package import Minutes

extension Document {
    /// Whether all its text together has no more bytes; what a merged cell shows in several rows counts in each.
    package func holdsText(within limit: Int) -> Bool {
        var left = limit
        return [blocks, headers, footers, quoted].allSatisfy { $0.spendText(of: &left) }
    }
}

extension [Block] {
    /// Takes the bytes of the text away; false when there are none left.
    fileprivate func spendText(of left: inout Int) -> Bool {
        for block in self {
            switch block.content {
            case .heading(_, let line), .paragraph(let line), .listItem(_, let line):
                left -= line.text.utf8.count + line.removed.utf8.count
                guard left >= 0 else { return false }
            case .table(let table):
                for row in table.rows {
                    for cell in row.cells {
                        guard cell.blocks.spendText(of: &left) else { return false }
                    }
                }
            }
        }
        return true
    }
}
