/// Accepts all tracked changes of a part: what was inserted or moved to a place is ordinary text, what was deleted or moved
/// away is gone, and nothing remains of how it was before.
enum TrackedChanges {
    static func accept(in root: XMLNode) throws(ReadingError) {
        try root.visit { node throws(ReadingError) in
            if node.tag == .paragraph { node.runsOn = hasDeletedMark(node) }
        }
        try root.transform { node throws(ReadingError) in try fate(of: node) }
        try ParagraphJoin.join(in: root)
    }

    private static func fate(of node: XMLNode) throws(ReadingError) -> XMLNode.Fate {
        switch node.tag {
        case .inserted, .movedTo, .conflictInserted: return .splice
        case .deleted, .movedFrom, .conflictDeleted, .deletedText, .deletedInstruction, .cellInserted,
            .runPropertiesChange, .paragraphPropertiesChange, .sectionPropertiesChange,
            .tablePropertiesChange, .rowPropertiesChange, .cellPropertiesChange, .tableExceptionChange,
            .tableGridChange, .numberingChange, .movedFromStart, .movedFromEnd, .movedToStart, .movedToEnd,
            .xmlInsertedStart, .xmlInsertedEnd, .xmlDeletedStart, .xmlDeletedEnd, .xmlMovedFromStart,
            .xmlMovedFromEnd, .xmlMovedToStart, .xmlMovedToEnd, .xmlConflictInsertedStart,
            .xmlConflictInsertedEnd, .xmlConflictDeletedStart, .xmlConflictDeletedEnd:
            return .drop
        case .cellMerged: throw .notCleanable("cells were merged while changes were tracked")
        case .table:
            let rows = node.members(.row)
            return !rows.isEmpty && rows.allSatisfy(isDeleted(row:)) ? .drop : .keep
        case .row: return isDeleted(row: node) ? .drop : .keep
        case .cell: return isDeleted(cell: node) ? .drop : .keep
        default: return .keep
        }
    }

    private static func hasDeletedMark(_ paragraph: XMLNode) -> Bool {
        let mark = paragraph.child(.paragraphProperties)?.child(.runProperties)
        return mark?.child(.deleted) != nil || mark?.child(.movedFrom) != nil
    }

    private static func isDeleted(row: XMLNode) -> Bool {
        if row.children.contains(where: { $0.tag == .rowProperties && $0.child(.deleted) != nil }) {
            return true
        }
        let cells = row.members(.cell)
        return !cells.isEmpty && cells.allSatisfy(isDeleted(cell:))
    }

    private static func isDeleted(cell: XMLNode) -> Bool {
        cell.child(.cellProperties)?.child(.cellDeleted) != nil
    }
}

/// Joins paragraphs whose mark was deleted with the next one, whose properties the joined paragraph has.
enum ParagraphJoin {
    /// In every container inside, each on its own.
    static func join(in root: XMLNode) throws(ReadingError) {
        var containers = [root]
        try root.visit { node throws(ReadingError) in
            switch node.tag {
            case .body, .cell, .textBox, .footnote, .endnote: containers.append(node)
            default: break
            }
        }
        for container in containers {
            var pending: Pending?
            join(container, &pending)
        }
    }

    /// A paragraph that runs on, and where it stands.
    private struct Pending {
        var paragraph: XMLNode
        var parent: XMLNode
    }

    private static func join(_ parent: XMLNode, _ pending: inout Pending?) {
        for child in parent.children {
            switch child.tag {
            case .paragraph:
                if let earlier = pending { move(earlier, into: child) }
                // The end of a section stays where it is.
                let isSection = child.child(.paragraphProperties)?.child(.section) != nil
                pending = child.runsOn && !isSection ? Pending(paragraph: child, parent: parent) : nil
            // Nothing follows that it could be joined with: it stays a paragraph.
            case .table: pending = nil
            case .control, .controlContent, .customXML: join(child, &pending)
            default: break
            }
        }
    }

    private static func move(_ pending: Pending, into next: XMLNode) {
        let content = pending.paragraph.children.filter { $0.tag != .paragraphProperties }
        let place = next.children.first?.tag == .paragraphProperties ? 1 : 0
        next.children.insert(contentsOf: content, at: place)
        pending.parent.children.removeAll { $0 === pending.paragraph }
    }
}
