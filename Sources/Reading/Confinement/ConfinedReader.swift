package import Foundation
import Glibc
import Synchronization

/// Reads documents in confined child processes, one document a process.
///
/// Each call blocks its thread until the answer is there or the deadline is over, so give it a thread of its own; it
/// may be called from several at once. A child that is late, floods or dies is killed, reaped and turned into a
/// `ReadingError`. Children are copies of one template process, which has started and learnt already when a document
/// comes, and which is started anew when it is gone.
package final class ConfinedReader: Sendable {
    /// The program that calls `runReadingTemplate`, and what it may cost.
    package struct Options: Sendable {
        /// Absolute path.
        package var executable: String
        /// Without the program's own name.
        package var arguments: [String]
        package var deadline: Duration = .seconds(20)
        /// Bytes of the answer.
        package var answerLimit = 32_000_000

        package init(executable: String, arguments: [String]) {
            self.executable = executable
            self.arguments = arguments
        }
    }

    private let options: Options
    /// nil before the first start and after an end.
    private let template = Mutex<ReadingTemplate?>(nil)

    /// Starts the template, so that it is ready when the first document comes.
    package init(_ options: Options) {
        self.options = options
        template.withLock { $0 = start() }
    }

    deinit { template.withLock { $0?.end() } }

    /// The worker's answer to a document: its value, or the error with which it or its process ended.
    ///
    /// The template learns `lesson` first, if it was taught something else last; nil is what it knows already. An answer
    /// that holds a document may be longer than the options allow, up to `answerLimit`.
    package func read<Answer: Decodable>(
        _ document: [UInt8],
        request: Data,
        lesson: Data? = nil,
        answerLimit: Int? = nil,
        as answer: Answer.Type
    ) throws(ReadingError) -> Answer {
        let bytes = try exchangeTwice(
            [WorkerFrame.header(requestLength: request.count), [UInt8](request), document],
            lesson: lesson.map { [UInt8]($0) },
            answerLimit: answerLimit ?? options.answerLimit
        )
        // The decoder's error would only say where the garbage begins.
        guard let answer = try? JSONDecoder().decode(WorkerAnswer<Answer>.self, from: Data(bytes)) else {
            throw .garbled
        }
        switch answer {
        case .value(let value): return value
        case .failure(let error): throw error
        }
    }

    /// A child that dies may have died of something else: only what kills a second one as well is the document's doing.
    private func exchangeTwice(
        _ question: [[UInt8]],
        lesson: [UInt8]?,
        answerLimit: Int
    ) throws(ReadingError) -> [UInt8] {
        do throws(ReadingError) {
            return try exchange(question, lesson: lesson, answerLimit: answerLimit)
        } catch {
            guard error == .crashed else { throw error }
            return try exchange(question, lesson: lesson, answerLimit: answerLimit)
        }
    }

    private func exchange(
        _ question: [[UInt8]],
        lesson: [UInt8]?,
        answerLimit: Int
    ) throws(ReadingError) -> [UInt8] {
        let end = ContinuousClock.now + options.deadline
        guard let child = child(knowing: lesson, until: end) else { throw .notStarted }
        let outcome = child.exchange(question, until: end, answerLimit: answerLimit)
        let ending = child.end()
        switch outcome {
        case .late: throw .timedOut
        case .flood: throw .garbled
        case .answer(let bytes):
            guard case .signal(let signal) = ending, bytes.isEmpty || signal != SIGKILL else { return bytes }
            renewTemplate()
            throw ConfinedReader.error(for: signal)
        }
    }

    private static func error(for signal: Int32) -> ReadingError {
        switch signal {
        // The kernel kills at the hard limit of processor time; nobody else kills a worker that is on time.
        case SIGXCPU, SIGKILL: .timedOut
        case SIGSYS: .forbidden
        default: .crashed
        }
    }

    // MARK: The template

    private func start() -> ReadingTemplate? {
        ReadingTemplate(program: options.executable, arguments: options.arguments, patience: options.deadline)
    }

    /// A new child; one template that is gone or hangs is replaced on the way.
    private func child(knowing lesson: [UInt8]?, until end: ContinuousClock.Instant) -> WorkerProcess? {
        guard let (ours, theirs) = SocketPair.make() else { return nil }
        defer { close(theirs) }
        let id = template.withLock { template -> pid_t? in
            for _ in 0..<2 {
                if template == nil { template = start() }
                if template?.learn(lesson) == true, let id = template?.child(on: theirs, until: end) {
                    return id
                }
                template?.end()
                template = nil
            }
            return nil
        }
        guard let id else {
            close(ours)
            return nil
        }
        return WorkerProcess(id: id, socket: ours)
    }

    /// What one document has learnt about the template by killing its copy is worth nothing to the next.
    private func renewTemplate() {
        template.withLock {
            $0?.end()
            $0 = start()
        }
    }
}
