import Minutes
import Reading
import TestSupport
import Testing

struct FormatDetectionTests {
    @Test(arguments: [
        ("<?xml version=\"1.0\"?><a/>", "an XML file"),
        ("<!DOCTYPE svg><svg/>", "an XML file"),
        ("BM\u{1}\u{2}", "a picture"),
        ("\u{7F}ELF", "a program"),
    ])
    func `other formats are refused by name, with what to do`(start: String, name: String) {
        let error = refusal(Array(start.utf8))

        #expect(error?.code == .unsupported)
        #expect(error?.sentence.contains(name) == true)
        #expect(error?.sentence.contains("Save the minutes as a Word document (.docx)") == true)
    }

    @Test func `nothing, blanks and binary rubbish are refused`() {
        #expect(refusal([])?.code == .empty)
        #expect(refusal(Array(" \r\n\t ".utf8))?.code == .empty)
        #expect(refusal((0...255).map { UInt8($0) })?.code == .unsupported)
        #expect(refusal([UInt8](repeating: 7, count: 100))?.code == .unsupported)
    }

    @Test func `a text that begins like a letter is not a mail`() throws {
        let text = "From: the duty team\nTo: all partners\nDate: 3 May 2026\n\nStrategy discussion."

        #expect(try readDocument(Array(text.utf8)).format == .text)
    }

    @Test(arguments: [
        "<!DOCTYPE html><p>x", " \r\n<html><body>x", "\u{FEFF}<HTML><p>x", "<p class=a>x</p>", "<h1>x</h1>",
        "<table><tr><td>x</table>", "<?xml version=\"1.0\"?><!DOCTYPE html><html><body>x</body></html>",
        "<!-- saved from url=(0022)http://case.example/ --><html><body>x", "<b>x</b>",
    ])
    func `a page is known by its first tag`(start: String) throws {
        #expect(try readDocument(Array(start.utf8)).format == .html)
    }

    @Test(arguments: [
        "<title of the meeting> x", "<name> was there", "<3 the minutes", "< guidance > x", "<a name> x",
    ])
    func `a text that begins with something to fill in is a text`(start: String) throws {
        #expect(try readDocument(Array(start.utf8)).format == .text)
    }
}
