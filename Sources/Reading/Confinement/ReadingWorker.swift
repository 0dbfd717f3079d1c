import CConfinement
import CXML
package import Foundation
import Glibc
package import Minutes

/// The reading process from its start to its end (design section 13): the body of a hidden command.
///
/// It confines itself before it reads the first byte, reads one request and one document from standard input,
/// answers on standard output, and is then of no further use. After the confinement nothing can be opened: no time
/// zones, no locales, no libraries. `interpret` makes the answer out of the blocks, the file and the request.
///
/// Returns the exit status for the process.
package func runReadingWorker<Answer: Encodable>(
    limits: ReadingLimits = ReadingLimits(),
    interpret: (_ read: Document, _ file: [UInt8], _ request: Data) throws -> Answer
) -> Int32 {
    prepareForConfinement()
    var confinement = confinement_limits(address_space: 1 << 30, processor_seconds: 20)
    guard confine(&confinement) == CONFINEMENT_DONE else {
        return answer(WorkerAnswer<Answer>.failure(.notConfined))
    }
    do {
        // The frame's length and request come on top of the document.
        let input = try readToEnd(limit: limits.fileSize + 1_000_000)
        guard let (request, document) = WorkerFrame.split(input) else { return badInput }
        let file = Array(document)
        let read = try readDocument(file, limits: limits)
        return answer(WorkerAnswer.value(try interpret(read, file, Data(request))))
    } catch let error as ReadingError {
        return answer(WorkerAnswer<Answer>.failure(error))
    } catch {
        return answer(WorkerAnswer<Answer>.failure(.crashed))
    }
}

/// EX_DATAERR of sysexits.h.
private let badInput: Int32 = 65

/// Lets the libraries do what they do once, and would want files for.
private func prepareForConfinement() {
    xmlInitParser()
    MailMessage.prepare()
    PDFReader.prepare()
    // The first use of Foundation's encoder and of Unicode's tables is the slow one.
    _ = try? JSONEncoder().encode([Marks.normalised("é").lowercased()])
}

private func readToEnd(limit: Int) throws(ReadingError) -> [UInt8] {
    var input: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .crashed }
        if count == 0 { return input }
        input += chunk[..<count]
        if input.count > limit { throw .tooLarge("The file is larger than \(limit / 1_000_000) MB.") }
    }
}

private func answer(_ answer: some Encodable) -> Int32 {
    guard let json = try? JSONEncoder().encode(answer) else { return badInput }
    var left = [UInt8](json)[...]
    while !left.isEmpty {
        let count = left.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return badInput }
        left = left.dropFirst(count)
    }
    return 0
}
