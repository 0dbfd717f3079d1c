/// Takes out of a story what is formatted so that no page shows it.
///
/// It follows the reader of stories step by step, but on a tree: whether both agree is checked on the result.
struct HiddenContent {
    let styles: WordStyles
    /// Nothing but white paper can be behind text that stands in no table or box.
    let hasPaperOnly: Bool

    /// What is around the place at which the cleaner is.
    private struct Surroundings {
        var run: RunFormat
        var isShaded = false
        var hasBackdrop = false
    }

    func clean(_ root: XMLNode, in tree: XMLTree) throws(ReadingError) {
        try clean(root, Surroundings(run: styles.run(inParagraph: nil)), tree)
    }

    private func clean(_ node: XMLNode, _ outer: Surroundings, _ tree: XMLTree) throws(ReadingError) {
        var around = outer
        switch node.tag {
        case .table:
            try look(at: node.child(.tableProperties), &around)
            MergedCells.empty(node, in: tree)
        case .row: try look(at: node.child(.tableException), &around)
        case .cell: try look(at: node.child(.cellProperties), &around)
        case .textBox: around.hasBackdrop = true
        case .paragraph:
            let properties = node.child(.paragraphProperties)
            let style = properties?.child(.paragraphStyle)?.attribute("val")
            around.run = styles.run(inParagraph: style)
            around.isShaded =
                properties?.child(.shading).map(\.isColouredShading) ?? styles.paragraph(style).isShaded
        case .math, .mathParagraph: return try cleanMath(node, around.run, around, tree)
        default: break
        }
        var kept: [XMLNode] = []
        for child in node.children where try !isGone(child, around, tree) { kept.append(child) }
        node.children = kept
    }

    /// Cleans an element; whether nothing is left of it that anybody sees.
    private func isGone(
        _ child: XMLNode,
        _ around: Surroundings,
        _ tree: XMLTree
    ) throws(ReadingError) -> Bool {
        switch child.tag {
        case .run:
            let isFilled = child.isFilledRun
            if isUnseen(format(of: child.child(.runProperties), around), around) {
                // What belongs to fields is not for this to decide.
                child.children = child.children.filter {
                    [.runProperties, .fieldCharacter, .fieldInstruction, .deletedInstruction].contains($0.tag)
                }
            } else {
                try clean(child, around, tree)
            }
            return isFilled && !child.isFilledRun
        case .drawing, .picture, .object:
            if child.isHiddenDrawing { return true }
            try clean(child, around, tree)
            return false
        case .alternateContent:
            // All alternatives are drawings of one thing.
            if child.shows(\.isHiddenDrawing) { return true }
            try clean(child, around, tree)
            return false
        case .control:
            let isBox = child.child(.controlProperties)?.child(.controlCheckBox) != nil && child.hasText
            try clean(child, around, tree)
            return isBox && !child.hasText
        case .shape, .shapeGroup, .shapeRectangle, .shapeRoundRectangle, .shapeOval, .shapeLine, .shapeImage:
            if child.isHiddenShape { return true }
            try clean(child, around, tree)
            return false
        default:
            try clean(child, around, tree)
            return false
        }
    }

    private func cleanMath(
        _ node: XMLNode,
        _ outer: RunFormat,
        _ around: Surroundings,
        _ tree: XMLTree
    ) throws(ReadingError) {
        var format = outer
        var kept: [XMLNode] = []
        for child in node.children {
            switch child.tag {
            case .runProperties: format = self.format(of: child, around)
            case .mathText: if isUnseen(format, around) { continue }
            case .run: if try isGone(child, around, tree) { continue }
            default: try cleanMath(child, format, around, tree)
            }
            kept.append(child)
        }
        node.children = kept
    }

    private func format(of properties: XMLNode?, _ around: Surroundings) -> RunFormat {
        var format = around.run
        guard let properties else { return format }
        var change = RunChange()
        for property in properties.children { if let tag = property.tag { change.take(tag, property) } }
        if let style = change.style { styles.apply(runStyle: style, to: &format) }
        change.apply(to: &format)
        return format
    }

    private func isUnseen(_ format: RunFormat, _ around: Surroundings) -> Bool {
        format.isUnseen(onWhite: hasPaperOnly && !around.hasBackdrop && !around.isShaded)
    }

    /// Colours behind a table, a row or a cell.
    private func look(at properties: XMLNode?, _ around: inout Surroundings) throws(ReadingError) {
        for property in properties?.children ?? [] {
            switch property.tag {
            case .shading: around.hasBackdrop = around.hasBackdrop || property.isColouredShading
            case .tableStyle:
                let style = property.attribute("val") ?? ""
                around.hasBackdrop = around.hasBackdrop || styles.isShaded(table: style)
                guard !styles.hidingTables.contains(style) else {
                    throw .notCleanable("the style of a table hides some of the text in it")
                }
            default: break
            }
        }
    }
}

extension XMLNode {
    /// Some text stands in it, blanks aside, outside of text boxes too.
    var hasText: Bool { contains { $0.tag == .text && $0.children.contains { !$0.start.isEmpty } } }

    /// A drawing of which nothing is drawn.
    var isHiddenDrawing: Bool {
        switch tag {
        case .drawing: return shows { $0.tag == .drawingProperties && $0.isOn("hidden") }
        case .picture:
            let shapes = children.filter(\.isShape)
            return !shapes.isEmpty && shapes.allSatisfy(\.isHiddenShape)
        default: return false
        }
    }

    private var isShape: Bool {
        switch tag {
        case .shape, .shapeGroup, .shapeRectangle, .shapeRoundRectangle, .shapeOval, .shapeLine, .shapeImage:
            true
        default: false
        }
    }
}

/// Empties the cells of a table that are merged into another one, and so show nothing of their own.
enum MergedCells {
    static func empty(_ table: XMLNode, in tree: XMLTree) {
        /// Columns in which a cell reaches down from above.
        var merged: Set<Int> = []
        for row in table.members(.row) {
            let before = row.child(.rowProperties)?.child(.gridBefore)?.number ?? 0
            var column = min(max(before, 0), 1000)
            for (index, cell) in row.members(.cell).enumerated() {
                let properties = cell.child(.cellProperties)
                let span = min(max(properties?.child(.gridSpan)?.number ?? 1, 1), 1000)
                defer { column += span }
                if let across = properties?.child(.horizontalMerge), across.attribute("val") != "restart",
                    index > 0
                {
                    empty(cell: cell, in: tree)
                    continue
                }
                let down = properties?.child(.verticalMerge)
                let isStart = down?.attribute("val") == "restart"
                if down != nil, !isStart, merged.contains(column) {
                    empty(cell: cell, in: tree)
                } else {
                    for covered in column..<column + span { merged.remove(covered) }
                    if isStart { merged.insert(column) }
                }
            }
        }
    }

    private static func empty(cell: XMLNode, in tree: XMLTree) {
        guard cell.contains({ $0.tag == .text && !tree.text(of: $0).isBlank }),
            let paragraph = cell.child(.paragraph)
        else { return }
        paragraph.children = paragraph.children.filter { $0.tag == .paragraphProperties }
        cell.children = cell.children.filter { $0.tag == .cellProperties } + [paragraph]
    }
}
