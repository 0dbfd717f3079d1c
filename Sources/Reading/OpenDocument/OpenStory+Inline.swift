extension OpenStory {
    func inlineChildren() throws(ReadingError) {
        try cursor.forEachNode(
            text: { add(text: $0) },
            element: { tag throws(ReadingError) in try inline(tag) }
        )
    }

    /// What may stand in a paragraph.
    private func inline(_ tag: Tag) throws(ReadingError) {
        switch tag {
        case .openSpan:
            let outer = format
            styles.style(.text, cursor.attribute("style-name") ?? "").run.apply(to: &format)
            try inlineChildren()
            format = outer
        case .openBlanks:
            // A number of blanks is no reason to make a long text of a short file.
            let count = cursor.attribute("c").flatMap { Int($0) } ?? 1
            emit(String(repeating: " ", count: min(max(count, 1), 100)))
            isAfterBlank = false
        case .openTab:
            emit("\t")
            isAfterBlank = false
        case .openLineBreak:
            emit("\n")
            isAfterBlank = true
        case .openNote: try note()
        case .openAnnotation: traces.comments += 1
        case .openChange, .openChangeStart, .openChangeEnd: change(tag)
        case .openPlaceholder, .openAnnotationEnd, .openRubyText, .openFieldParameter: break
        case .openHiddenText:
            if cursor.attribute("is-hidden") == "true" {
                traces.hiddenRuns += 1
            } else {
                try inlineChildren()
            }
        case .openHiddenParagraph:
            if cursor.attribute("is-hidden") == "true" { isParagraphHidden = true }
        case .openTextScript, .openExecuteMacro, .openEventListeners: throw .macrosInOpenDocument
        case .openFieldMark: try fieldMark()
        case .openContentControl: try contentControl()
        case .openFrame, .openGroup, .openDrawnLink, .openShape, .openRectangle, .openEllipse, .openLineShape,
            .openPath,
            .openPolygon, .openCaption, .openControl:
            try drawing(tag)
        // Links, fields, references: what they show is their text.
        default: try inlineChildren()
        }
    }

    /// Adds text of the source, in which any number of blanks is one (ODF 1.3 part 3, 6.1.2).
    private func add(text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                if !isAfterBlank { bytes.append(0x20) }
                isAfterBlank = true
            } else {
                isAfterBlank = false
                bytes.append(byte)
            }
        }
        guard !bytes.isEmpty else { return }
        let words = String(decoding: bytes, as: UTF8.self)
        emit(format.symbolFont?.text(words) ?? words)
    }

    func emit(_ words: String) {
        var words = words
        if let box = checkBox {
            if box.isWritten { return }
            checkBox?.isWritten = true
            words = Marks.box(box.isTicked)
        }
        guard !words.isEmpty else { return }
        if format.isStruck || !openDeletions.isEmpty {
            line.appendRemoved(words)
        } else if format.isHidden {
            if words.utf8.contains(where: { $0 > 0x20 }) { traces.hiddenRuns += 1 }
        } else {
            line.append(words, isBold: format.isBold)
        }
    }

    /// A content control, which LibreOffice writes since version 7.4; a placeholder is not text.
    private func contentControl() throws(ReadingError) {
        if cursor.attribute("showing-place-holder") == "true" { return }
        guard cursor.attribute("checkbox") == "true" else { return try inlineChildren() }
        let outer = checkBox
        checkBox = StoryReader.CheckBox(isTicked: cursor.attribute("checked") == "true")
        try inlineChildren()
        if checkBox?.isWritten == false { emit("") }
        checkBox = outer
    }

    /// A form field of old Word documents, as LibreOffice keeps it.
    private func fieldMark() throws(ReadingError) {
        let type = cursor.attribute("type") ?? ""
        let isBox = type.hasSuffix("FORMCHECKBOX")
        var isTicked = false
        var entries: [String] = []
        var chosen: Int?
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openFieldParameter, let value = cursor.attribute("value") else { return }
            switch cursor.attribute("name") {
            case "Checkbox_Checked": isTicked = value == "true"
            case "Dropdown_ListEntry": entries.append(value)
            case "Dropdown_Selected": chosen = Int(value)
            default: break
            }
        }
        if isBox {
            emit(Marks.box(isTicked))
        } else if type.hasSuffix("FORMDROPDOWN"), let chosen, entries.indices.contains(chosen) {
            emit(entries[chosen])
        }
        isAfterBlank = false
    }

    /// Looks for text, controls and objects in a drawing.
    func drawing(_ tag: Tag) throws(ReadingError) {
        switch tag {
        case .openFrame: try frame()
        case .openControl:
            guard let shown = controls[cursor.attribute("control") ?? ""], !shown.isEmpty else { return }
            emit(shown)
            isAfterBlank = false
        case .openGroup, .openDrawnLink:
            nesting += 1
            defer { nesting -= 1 }
            guard nesting <= limits.nesting else { throw .nestedTooDeeply }
            try cursor.forEachChild { tag throws(ReadingError) in try drawing(tag) }
        case .openShape, .openRectangle, .openEllipse, .openLineShape, .openPath, .openPolygon, .openCaption:
            if cursor.attribute("name")?.lowercased().contains("watermark") == true {
                try watermark()
            } else {
                try textBox()
            }
        default: break
        }
    }

    /// What stands in a frame first is what is shown; a picture behind an object only shows it to others.
    private func frame() throws(ReadingError) {
        var isObject = false
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .openTextBox: try textBox()
            case .openDrawnObject, .openOleObject, .openPlugin, .openApplet:
                if !isObject { traces.embeddedObjects += 1 }
                isObject = true
            case .openFloatingFrame: traces.externalLinks += 1
            case .openImage: if cursor.isLinkOutside { traces.externalLinks += 1 }
            default: break
            }
        }
    }

    /// The controls of forms, which are drawn elsewhere.
    func forms() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .openForm || tag == .openForms {
                try forms()
            } else if tag == .openEventListeners {
                throw .macrosInOpenDocument
            } else if let name = cursor.attribute("id") {
                controls[name] = try control(tag)
            }
        }
    }

    private func control(_ tag: Tag) throws(ReadingError) -> String? {
        let label = cursor.attribute("label") ?? ""
        switch tag {
        case .openFormCheckBox:
            let state = cursor.attribute("current-state") ?? cursor.attribute("state")
            return Marks.box(state == "checked") + (label.isEmpty ? "" : " " + label)
        case .openFormRadio:
            let isChosen = (cursor.attribute("current-selected") ?? cursor.attribute("selected")) == "true"
            return Marks.box(isChosen) + (label.isEmpty ? "" : " " + label)
        case .openFormText, .openFormTextArea, .openFormFormatted, .openFormDate, .openFormTime,
            .openFormNumber,
            .openFormComboBox:
            return cursor.attribute("current-value") ?? cursor.attribute("value")
        case .openFormFixedText: return label
        case .openFormListBox:
            var chosen: [String] = []
            try cursor.forEachChild { tag throws(ReadingError) in
                guard tag == .openFormOption else { return }
                let isChosen = cursor.attribute("current-selected") ?? cursor.attribute("selected")
                if isChosen == "true" { chosen.append(cursor.attribute("label") ?? "") }
            }
            return chosen.joined(separator: ", ")
        default: return nil
        }
    }
}
