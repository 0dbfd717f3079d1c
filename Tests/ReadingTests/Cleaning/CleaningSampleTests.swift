import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// Every sample: its cleaned copy is read as the same record, and another program reads the same text in it.
struct CleaningSampleTests {
    private static func documents() throws -> [(name: String, bytes: [UInt8])] {
        try Samples.names(".docx").compactMap { name in
            let bytes = try Samples.bytes(name)
            return (try? readDocument(bytes)).map { _ in (name, bytes) }
        }
    }

    @Test func `the record is the same, and cleaning again changes nothing`() throws {
        for (name, bytes) in try Self.documents() {
            let before = try readDocument(bytes)
            let cleaned = try UnseenFile.cleaned(bytes)
            let after = try readDocument(cleaned)

            #expect(after.words == before.words, "\(name)")
            #expect(after.traces == [], "\(name)")
            #expect(try UnseenFile.cleaned(cleaned) == cleaned, "\(name)")
            #expect(try ZipContents(cleaned).faults() == [], "\(name)")
            #expect(cleaned.count < bytes.count, "\(name)")
            if case .minutes(let new) = interpret(after), case .minutes(let old) = interpret(before) {
                #expect(new.says(theSameAs: old), "\(name)")
            } else {
                #expect(interpret(after) == interpret(before), "\(name)")
            }
        }
    }

    @Test func `of a mail the attached document is cleaned`() throws {
        let bytes = try Samples.bytes("28-email-with-attached-minutes.eml")

        let cleaned = try UnseenFile.cleaned(bytes)

        #expect(cleaned.starts(with: "PK".utf8))
        #expect(try readDocument(cleaned).words == readDocument(bytes).words)
        #expect(try readDocument(cleaned).traces == [])
    }

    /// Visible paragraphs and cells in the order of the body, page headers and footers; insertions are in, deletions out.
    private static let script = """
        import sys, docx
        W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
        GONE = {W + 'del', W + 'moveFrom', W + 'instrText', W + 'delText'}
        def text(element):
            if element.tag in GONE: return ''
            if element.tag == W + 't': return element.text or ''
            if element.tag == W + 'tr' and element.find(W + 'trPr/' + W + 'del') is not None: return ''
            return ''.join(text(child) for child in element) + ('|' if element.tag == W + 'p' else '')
        for path in sys.argv[1:]:
            document = docx.Document(path)
            parts = [document.element.body]
            for section in document.sections:
                parts += [section.header._element, section.footer._element]
            print(repr(' '.join(text(part) for part in parts).replace('|', '')))
            len([cell.text for table in document.tables for row in table.rows for cell in row.cells])
            document.core_properties.author
        """

    @Test func `python-docx opens the copies and reads the same text`() async throws {
        try await withFolder { folder in
            var before: [String] = []
            var after: [String] = []
            var files = try Self.documents()
            files += UnseenTests.inline.filter { !$0.xml.contains("secret") && $0.kind != .hiddenText }
                .enumerated()
                .map { ("made-\($0).docx", UnseenFile($1.xml).bytes) }
            for (index, file) in files.enumerated() {
                before.append(folder.appending(path: "\(index)-before.docx").path)
                after.append(folder.appending(path: "\(index)-after.docx").path)
                try Data(file.bytes).write(to: URL(filePath: before[index]))
                try Data(UnseenFile.cleaned(file.bytes)).write(to: URL(filePath: after[index]))
            }

            let expected = try await PythonPeer.run(Self.script, arguments: before).split(separator: "\n")
            let found = try await PythonPeer.run(Self.script, arguments: after).split(separator: "\n")

            #expect(found.count == files.count)
            for (index, line) in found.enumerated() {
                #expect(line == expected[index], "\(files[index].name)")
            }
        }
    }
}
