/// The elements that readers know, whatever prefix a file gives their namespaces.
enum Tag: String {
    case other = ""

    // Structure of a story.
    case document = "w:document"
    case body = "w:body"
    case paragraph = "w:p"
    case run = "w:r"
    case text = "w:t"
    case deletedText = "w:delText"
    case tab = "w:tab"
    case positionedTab = "w:ptab"
    case lineBreak = "w:br"
    case carriageReturn = "w:cr"
    case noBreakHyphen = "w:noBreakHyphen"
    case symbol = "w:sym"
    case hyperlink = "w:hyperlink"
    case smartTag = "w:smartTag"
    case customXML = "w:customXml"
    case direction = "w:dir"
    case directionOverride = "w:bdo"
    case ruby = "w:ruby"
    case rubyBase = "w:rubyBase"
    case alternativeFormatChunk = "w:altChunk"
    case footnoteReference = "w:footnoteReference"
    case endnoteReference = "w:endnoteReference"
    case footnote = "w:footnote"
    case endnote = "w:endnote"
    case comment = "w:comment"

    // Properties of paragraphs and runs.
    case paragraphProperties = "w:pPr"
    case runProperties = "w:rPr"
    case paragraphStyle = "w:pStyle"
    case runStyle = "w:rStyle"
    case runFonts = "w:rFonts"
    case numberingProperties = "w:numPr"
    case numberingLevel = "w:ilvl"
    case numberingID = "w:numId"
    case outlineLevel = "w:outlineLvl"
    case bold = "w:b"
    case vanish = "w:vanish"
    case strike = "w:strike"
    case doubleStrike = "w:dstrike"

    // Styles, numbering and settings.
    case styles = "w:styles"
    case style = "w:style"
    case name = "w:name"
    case basedOn = "w:basedOn"
    case documentDefaults = "w:docDefaults"
    case runDefaults = "w:rPrDefault"
    case evenAndOddHeaders = "w:evenAndOddHeaders"

    // Sections.
    case section = "w:sectPr"
    case headerReference = "w:headerReference"
    case footerReference = "w:footerReference"
    case titlePage = "w:titlePg"

    // Tables.
    case table = "w:tbl"
    case row = "w:tr"
    case cell = "w:tc"
    case rowProperties = "w:trPr"
    case cellProperties = "w:tcPr"
    case tableProperties = "w:tblPr"
    case gridSpan = "w:gridSpan"
    case gridBefore = "w:gridBefore"
    case verticalMerge = "w:vMerge"
    case horizontalMerge = "w:hMerge"
    case headerRow = "w:tblHeader"

    // Content controls and form fields.
    case control = "w:sdt"
    case controlProperties = "w:sdtPr"
    case controlContent = "w:sdtContent"
    case showsPlaceholder = "w:showingPlcHdr"
    case controlCheckBox = "w14:checkbox"
    case controlChecked = "w14:checked"
    case simpleField = "w:fldSimple"
    case fieldCharacter = "w:fldChar"
    case formField = "w:ffData"
    case fieldCheckBox = "w:checkBox"
    case fieldDropDown = "w:ddList"
    case fieldDefault = "w:default"
    case fieldChecked = "w:checked"
    case fieldResult = "w:result"
    case fieldEntry = "w:listEntry"

    // Tracked changes.
    case inserted = "w:ins"
    case deleted = "w:del"
    case movedFrom = "w:moveFrom"
    case movedTo = "w:moveTo"
    case cellInserted = "w:cellIns"
    case cellDeleted = "w:cellDel"
    case runPropertiesChange = "w:rPrChange"
    case paragraphPropertiesChange = "w:pPrChange"
    case sectionPropertiesChange = "w:sectPrChange"
    case tablePropertiesChange = "w:tblPrChange"
    case rowPropertiesChange = "w:trPrChange"
    case cellPropertiesChange = "w:tcPrChange"

    // Drawings.
    case drawing = "w:drawing"
    case picture = "w:pict"
    case object = "w:object"
    case textBox = "w:txbxContent"
    case textPath = "v:textpath"
    case math = "m:oMath"
    case mathParagraph = "m:oMathPara"
    case mathText = "m:t"
    case alternateContent = "mc:AlternateContent"
    case choice = "mc:Choice"
    case fallback = "mc:Fallback"

    // Packages.
    case contentTypeOverride = "ct:Override"
    case contentTypeDefault = "ct:Default"
    case relationship = "pr:Relationship"
    case customProperty = "cp:property"

    /// By namespace, transitional and strict.
    static func prefix(of namespace: String) -> String {
        switch namespace {
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main":
            "w:"
        case "http://schemas.microsoft.com/office/word/2010/wordml": "w14:"
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:"
        case "urn:schemas-microsoft-com:vml": "v:"
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math":
            "m:"
        case "http://schemas.openxmlformats.org/package/2006/content-types": "ct:"
        case "http://schemas.openxmlformats.org/package/2006/relationships": "pr:"
        case "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
            "http://purl.oclc.org/ooxml/officeDocument/customProperties":
            "cp:"
        default: "?:"
        }
    }
}
