package import Foundation
import Glibc
import Synchronization

/// Reads documents in confined child processes, one document a process.
///
/// Each call blocks its thread until the answer is there or the deadline is over, so give it a thread of its own; it
/// may be called from several at once. A child that is late, floods or dies is killed, reaped and turned into a
/// `ReadingError`. One child is kept waiting, started and confined, so that starting one costs no time when a
/// document comes.
package final class ConfinedReader: Sendable {
    /// The program that calls `runReadingWorker`, and what it may cost.
    package struct Options: Sendable {
        /// Absolute path.
        package var executable: String
        /// Without the program's own name.
        package var arguments: [String]
        package var deadline: Duration = .seconds(20)
        /// Bytes of the answer.
        package var answerLimit = 32_000_000
        package var keepsSpare = true

        package init(executable: String, arguments: [String]) {
            self.executable = executable
            self.arguments = arguments
        }
    }

    private let options: Options
    /// The waiting child, packed into one word; 0 is none.
    private let spare = Atomic<UInt64>(0)

    /// Starts the first child, if one is to be kept waiting.
    package init(_ options: Options) {
        self.options = options
        prepareSpare()
    }

    deinit {
        if let child = takeSpare() { _ = child.end() }
    }

    /// The worker's answer to a document: its value, or the error with which it or its process ended.
    package func read<Answer: Decodable>(
        _ document: [UInt8],
        request: Data,
        as answer: Answer.Type
    ) throws(ReadingError) -> Answer {
        let bytes = try exchangeTwice([
            WorkerFrame.header(requestLength: request.count), [UInt8](request), document,
        ])
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
    private func exchangeTwice(_ question: [[UInt8]]) throws(ReadingError) -> [UInt8] {
        do throws(ReadingError) {
            return try exchange(question)
        } catch {
            guard error == .crashed else { throw error }
            return try exchange(question)
        }
    }

    private func exchange(_ question: [[UInt8]]) throws(ReadingError) -> [UInt8] {
        let end = ContinuousClock.now + options.deadline
        guard let child = takeLivingSpare() ?? WorkerProcess(options) else { throw .notStarted }
        let outcome = child.exchange(
            question,
            until: end,
            answerLimit: options.answerLimit,
            onceAsked: prepareSpare
        )
        let ending = child.end()
        switch outcome {
        case .late: throw .timedOut
        case .flood: throw .garbled
        case .answer(let bytes):
            guard case .signal(let signal) = ending, bytes.isEmpty || signal != SIGKILL else { return bytes }
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

    private func prepareSpare() {
        guard options.keepsSpare, spare.load(ordering: .relaxed) == 0, let child = WorkerProcess(options)
        else {
            return
        }
        let isKept = child.packed.map {
            spare.compareExchange(expected: 0, desired: $0, ordering: .acquiringAndReleasing).exchanged
        }
        if isKept != true { _ = child.end() }
    }

    private func takeSpare() -> WorkerProcess? {
        WorkerProcess(packed: spare.exchange(0, ordering: .acquiringAndReleasing))
    }

    private func takeLivingSpare() -> WorkerProcess? {
        guard let child = takeSpare() else { return nil }
        if child.isWaiting { return child }
        _ = child.end()
        return nil
    }
}
