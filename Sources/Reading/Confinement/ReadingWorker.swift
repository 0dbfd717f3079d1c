import CConfinement
import CXML
package import Foundation
import Glibc
package import Minutes

/// The template process from its start to its end, and each of its children (design section 13): the body of a hidden
/// command, which needs the process to have one thread only.
///
/// The template loads and learns what every document needs. For each document it copies itself, and the copy confines
/// itself before it reads the first byte: it reads one request and one document from its socket, answers there, and is
/// then of no further use. After the confinement nothing can be opened: no time zones, no locales, no libraries. `learn`
/// makes knowledge of a lesson, in the template, which begins with an empty one; `interpret` makes the answer out of the blocks, the file, the request and
/// the last lesson's knowledge, in the copy.
///
/// Returns, in the template and in each copy, the exit status for the process.
package func runReadingTemplate<Knowledge, Answer: Encodable>(
    limits: ReadingLimits = ReadingLimits(),
    learn: (_ lesson: Data) throws -> Knowledge,
    interpret: (_ read: Document, _ file: [UInt8], _ request: Data, _ known: Knowledge) throws -> Answer
) -> Int32 {
    // The service manager ends all processes of the service at once; the daemon wants to finish what it reads.
    signal(SIGTERM, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    prepareForConfinement()
    let control = STDIN_FILENO
    var known = try? learn(Data())
    while let (message, socket) = receiveMessage(from: control) {
        switch message {
        case .lesson(let length):
            guard let lesson = receive(length, from: control) else { return badInput }
            known = try? learn(Data(lesson))
        case .document:
            guard socket >= 0, is_single_threaded() else { return badInput }
            let id = fork_sibling(socket)
            if id == 0 { return readOne(limits: limits, known: known, interpret: interpret) }
            close(socket)
            guard tell(id, to: control) else { return badInput }
        }
    }
    return 0
}

/// The copy's part: one document.
private func readOne<Knowledge, Answer: Encodable>(
    limits: ReadingLimits,
    known: Knowledge?,
    interpret: (_ read: Document, _ file: [UInt8], _ request: Data, _ known: Knowledge) throws -> Answer
) -> Int32 {
    var confinement = confinement_limits(address_space: 1 << 30, processor_seconds: 20)
    guard confine(&confinement) == CONFINEMENT_DONE else {
        return answer(WorkerAnswer<Answer>.failure(.notConfined))
    }
    do {
        // The frame's length and request come on top of the document.
        let input = try readToEnd(limit: limits.fileSize + 1_000_000)
        guard let known, let (request, document) = WorkerFrame.split(input) else { return badInput }
        let file = Array(document)
        let read = try readDocument(file, limits: limits)
        return answer(WorkerAnswer.value(try interpret(read, file, Data(request), known)))
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

// MARK: The template's socket

private func receiveMessage(from control: Int32) -> (TemplateMessage, socket: Int32)? {
    var bytes = [UInt8](repeating: 0, count: TemplateMessage.length)
    var socket: Int32 = -1
    let count = receive_with_descriptor(control, &bytes, 1, &socket)
    guard count == 1, let rest = receive(TemplateMessage.length - 1, from: control),
        let message = TemplateMessage([bytes[0]] + rest)
    else { return nil }
    return (message, socket)
}

private func receive(_ count: Int, from control: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
        let read = bytes.withUnsafeMutableBytes {
            recv(control, $0.baseAddress?.advanced(by: filled), count - filled, 0)
        }
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return nil }
        filled += read
    }
    return bytes
}

private func tell(_ id: pid_t, to control: Int32) -> Bool {
    var id = id
    return send_with_descriptor(control, &id, MemoryLayout.size(ofValue: id), -1)
        == MemoryLayout.size(ofValue: id)
}

// MARK: The document's socket

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
