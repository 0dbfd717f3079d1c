import Foundation
import Glibc

/// A row of cases in a process of its own, which a trap or a limit may end.
///
/// After each case its digest goes to standard output, so that whoever reads it knows how far the batch came.
struct Batch {
    let target: FuzzTarget
    let seed: UInt64
    let root: URL
    let limits: CaseLimits

    /// Runs the cases; the exit status.
    func run(_ cases: Range<Int>) -> Int32 {
        limits.confineMemory()
        let corpus: Corpus
        do {
            corpus = try Corpus(target, root: root)
        } catch {
            complain("The samples could not be read: \(error)")
            return ExitStatus.unusable
        }
        let trial = Trial(target)
        for index in cases {
            var dice = Dice(seed: seed, target: target.rawValue, index: index)
            let input = corpus.input(&dice)
            limits.startClock()
            do throws(Violation) {
                report(try trial.run(input))
            } catch {
                complain(error.sentence)
                return ExitStatus.violation
            }
            limits.stopClock()
        }
        return ExitStatus.done
    }

    private func report(_ digest: UInt64) {
        var digest = digest
        _ = write(STDOUT_FILENO, &digest, 8)
    }
}

/// How a process that tries inputs ends.
enum ExitStatus {
    static let done: Int32 = 0
    static let violation: Int32 = 3
    static let unusable: Int32 = 70
}

func complain(_ sentence: String) {
    let line = Array((sentence + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

func say(_ sentence: String) {
    let line = Array((sentence + "\n").utf8)
    _ = write(STDOUT_FILENO, line, line.count)
}
