import CPDF
import Minutes

/// Turns Poppler's view of pages into ours, page by page.
struct PDFPageReader: ~Copyable {
    private let file: PDFFile
    private var fonts: [UInt16: PDFFont] = [:]
    /// What the pages carry besides their text.
    private(set) var comments = 0
    private(set) var embeddedObjects = 0
    /// Letters of which the file says what they are, and others.
    private(set) var knownLetters = 0
    private(set) var unknownLetters = 0

    init(_ file: consuming PDFFile) { self.file = file }

    var facts: cpdf_facts { file.facts }

    mutating func page(_ index: Int) throws(ReadingError) -> PDFPage {
        let source = try file.page(index)
        comments += Int(source.comments)
        embeddedObjects += Int(source.embedded_objects)
        let glyphs = UnsafeBufferPointer(start: source.glyphs, count: source.glyph_count)
        let turning = PDFTurning(
            turn: PDFPageReader.commonTurn(glyphs),
            width: Double(source.width),
            height: Double(source.height)
        )
        var page = PDFPage(width: turning.size.width, height: turning.size.height)
        let text = UnsafeBufferPointer(start: source.text, count: source.text_count)
        for shape in UnsafeBufferPointer(start: source.shapes, count: source.shape_count)
        where shape.flags & UInt8(CPDF_INVISIBLE.rawValue) == 0 {
            page.shapes.append(PDFShape(shape, turning))
        }
        for field in UnsafeBufferPointer(start: source.fields, count: source.field_count) {
            page.fields.append(PDFField(field, text, turning))
        }
        read(glyphs, text, turning, into: &page)
        return page
    }

    /// The way in which most letters run: a page may have been printed on its side.
    private static func commonTurn(_ glyphs: UnsafeBufferPointer<cpdf_glyph>) -> PDFTurn {
        var counts = [0, 0, 0, 0]
        for glyph in glyphs {
            if let turn = PDFTurn(dx: Double(glyph.dx), dy: Double(glyph.dy)) { counts[turn.rawValue] += 1 }
        }
        let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return counts[most] > glyphs.count / 2 ? PDFTurn(rawValue: most) ?? .none : .none
    }

    private mutating func font(_ index: UInt16) -> PDFFont {
        if let font = fonts[index] { return font }
        let font = file.font(index)
        fonts[index] = font
        return font
    }

    private mutating func read(
        _ glyphs: UnsafeBufferPointer<cpdf_glyph>,
        _ text: UnsafeBufferPointer<UInt32>,
        _ turning: PDFTurning,
        into page: inout PDFPage
    ) {
        let visibility = PDFVisibility(page, glyphs)
        page.isScan = visibility.isScan
        page.letters.reserveCapacity(glyphs.count)
        var hiddenLine: Float?
        var slanted = PDFSlantedText()
        var last: (index: Int, glyph: cpdf_glyph)?
        for glyph in glyphs {
            let start = page.scalars.count
            add(glyph, text, to: &page.scalars)
            let words = start..<page.scalars.count
            guard !words.isEmpty else { continue }
            let isSpace = page.scalars[words].allSatisfy(\.isBlank)
            let isTie = isSpace && page.scalars[words].contains("\u{A0}")
            guard let turn = PDFTurn(dx: Double(glyph.dx), dy: Double(glyph.dy)) else {
                if glyph.flags & UInt8(CPDF_INVISIBLE.rawValue) == 0 {
                    slanted.add(page.scalars[words], size: glyph.size)
                }
                continue
            }
            let letter = PDFLetter(
                glyph,
                text: words,
                turn: turn.seen(after: turning.turn),
                turning: turning,
                isSpace: isSpace,
                isTie: isTie,
                isBold: font(glyph.font).isBold || glyph.flags & UInt8(CPDF_OUTLINED.rawValue) != 0
            )
            switch visibility.look(glyph, letter) {
            case .offPage: break
            case .hidden:
                if !isSpace {
                    if hiddenLine != glyph.y { page.hiddenPieces += 1 }
                    hiddenLine = glyph.y
                }
            case .visible:
                if !isSpace { hiddenLine = nil }
                // Programs without a bold font print the same letter twice, a hair apart.
                if let last, last.glyph.code == glyph.code, abs(last.glyph.x - glyph.x) < glyph.size * 0.12,
                    abs(last.glyph.y - glyph.y) < glyph.size * 0.12, !isSpace
                {
                    page.letters[last.index].isBold = true
                    continue
                }
                last = (page.letters.count, glyph)
                page.letters.append(letter)
            }
        }
        page.slanted = slanted.texts
    }

    /// What the letter says, with the marks of symbol fonts made plain.
    private mutating func add(
        _ glyph: cpdf_glyph,
        _ text: UnsafeBufferPointer<UInt32>,
        to scalars: inout [Unicode.Scalar]
    ) {
        let first = Int(glyph.first_scalar)
        let symbols = font(glyph.font).symbols
        guard glyph.scalars > 0 else {
            if let mark = symbols?.mark(glyph.code) {
                scalars += mark.unicodeScalars
            } else if glyph.flags & UInt8(CPDF_SAID.rawValue) == 0, glyph.dx != 0 || glyph.dy != 0 {
                // Something is there, but nobody knows what.
                unknownLetters += 1
                scalars.append("\u{2022}")
            }
            return
        }
        for value in text[first..<min(first + Int(glyph.scalars), text.count)] {
            guard let scalar = Unicode.Scalar(value), value != 0xFFFD else { continue }
            if value < 0x20 {
                // Some programs call the blank a tab.
                if value == 0x09 || value == 0x0A || value == 0x0D {
                    scalars.append(" ")
                } else {
                    unknownLetters += 1
                    scalars.append("\u{2022}")
                }
            } else if let symbols {
                scalars += symbols.text(String(scalar)).unicodeScalars
            } else {
                knownLetters += 1
                scalar.addPlainly(to: &scalars)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Blank on paper.
    var isBlank: Bool {
        value == 0x20 || value == 0xA0 || value == 0x3000 || (0x2000...0x200B).contains(value)
    }

    /// Ligatures are taken apart, and what only helps to set type is left out.
    fileprivate func addPlainly(to scalars: inout [Unicode.Scalar]) {
        switch value {
        case 0xFB00: scalars += ["f", "f"]
        case 0xFB01: scalars += ["f", "i"]
        case 0xFB02: scalars += ["f", "l"]
        case 0xFB03: scalars += ["f", "f", "i"]
        case 0xFB04: scalars += ["f", "f", "l"]
        case 0xFB05, 0xFB06: scalars += ["s", "t"]
        case 0xAD, 0x2060, 0xFEFF, 0x200C, 0x200D, 0x200E, 0x200F: break
        case 0x2010, 0x2011: scalars.append("-")
        // A picture; most fonts of pictures are numbered like Wingdings.
        case 0xF020...0xF0FF: scalars += SymbolFont.wingdings.text(String(self)).unicodeScalars
        case 0xE000...0xF8FF: scalars.append("\u{2022}")
        default: scalars.append(self)
        }
    }
}

extension PDFLetter {
    fileprivate init(
        _ glyph: cpdf_glyph,
        text: Range<Int>,
        turn: PDFTurn,
        turning: PDFTurning,
        isSpace: Bool,
        isTie: Bool,
        isBold: Bool
    ) {
        let origin = turning.point(Double(glyph.x), Double(glyph.y))
        let end = turning.point(Double(glyph.x + glyph.dx), Double(glyph.y + glyph.dy))
        // Letters that still run another way are looked at on a page that is turned once more.
        let own = PDFTurning(turn: turn, width: turning.size.width, height: turning.size.height)
        let from = own.point(origin.x, origin.y)
        let to = own.point(end.x, end.y)
        let rise = Double(glyph.size) * 0.3
        let lift: PDFPoint =
            switch turn {
            case .none: PDFPoint(x: 0, y: -rise)
            case .down: PDFPoint(x: rise, y: 0)
            case .upsideDown: PDFPoint(x: 0, y: rise)
            case .up: PDFPoint(x: -rise, y: 0)
            }
        self.init(
            x0: min(from.x, to.x),
            x1: max(from.x, to.x),
            baseline: from.y,
            size: Double(glyph.size),
            text: text,
            middle: PDFPoint(x: (origin.x + end.x) / 2 + lift.x, y: (origin.y + end.y) / 2 + lift.y),
            turn: turn,
            isSpace: isSpace,
            isTie: isTie,
            isBold: isBold,
            isArtifact: glyph.flags & UInt8(CPDF_ARTIFACT.rawValue) != 0,
            colour: glyph.colour,
            isPlaced: glyph.flags & UInt8(CPDF_PLACED.rawValue) != 0
        )
    }
}

extension PDFShape {
    fileprivate init(_ shape: cpdf_shape, _ turning: PDFTurning) {
        let from = turning.point(Double(shape.x0), Double(shape.y0))
        let to = turning.point(Double(shape.x1), Double(shape.y1))
        self.init(
            kind: cpdf_shape_kind(UInt32(shape.kind)),
            box: turning.box(Double(shape.x0), Double(shape.y0), Double(shape.x1), Double(shape.y1)),
            isRising: (to.x - from.x) * (to.y - from.y) < 0,
            penWidth: Double(shape.width),
            figure: shape.figure,
            order: shape.order,
            colour: shape.colour,
            isTranslucent: shape.flags & UInt8(CPDF_TRANSLUCENT.rawValue) != 0
        )
    }
}

extension PDFField {
    fileprivate init(_ field: cpdf_field, _ text: UnsafeBufferPointer<UInt32>, _ turning: PDFTurning) {
        let first = Int(field.first_scalar)
        var words = String.UnicodeScalarView()
        for value in text[first..<min(first + Int(field.scalars), text.count)] {
            if let scalar = Unicode.Scalar(value) { words.append(scalar == "\r" ? "\n" : scalar) }
        }
        self.init(
            box: turning.box(Double(field.x0), Double(field.y0), Double(field.x1), Double(field.y1)),
            text: field.kind == UInt8(CPDF_TEXT_FIELD.rawValue) ? String(words) : nil,
            isTicked: field.is_ticked
        )
    }
}
