import Foundation
import Glibc
import Minutes
import Reading

/// Doubles the size of an input until its time can be measured, and then once more.
struct ScaleRun {
    /// Whether so much more time for twice the input is more than in proportion; a square would be 4.
    private static let tooMuch = 3.0

    /// Every shape in a process of its own; how many cost more than in proportion.
    static func run(_ target: FuzzTarget?, _ names: [String], seconds: Double) throws -> Int {
        var bad = 0
        for shape in Shape.all where target == nil || shape.target == target {
            guard names.isEmpty || names.contains(shape.name) else { continue }
            let ending = try ChildProcess.run([
                "measure", "--target", shape.target.rawValue, "--limit", String(seconds), shape.name,
            ])
            let said = String(decoding: ending.output, as: UTF8.self).split(separator: "\n").joined()
            let isFine = !ending.isSignal && ending.status == ExitStatus.done
            if !isFine { bad += 1 }
            let cause =
                ending.isSignal ? CaseLimits.sentence(for: ending.status, CaseLimits(seconds: seconds)) : ""
            say("\(isFine ? "ok  " : "BAD ") \(shape.target.rawValue) \(shape.name): \(said) \(cause)")
        }
        return bad
    }

    /// In the child: one shape; the exit status.
    static func measure(_ shape: Shape, _ limits: CaseLimits) -> Int32 {
        limits.confineMemory()
        limits.startClock()
        let vocabulary = Vocabulary()
        var count = 250
        var last = Figures(reading: 0, interpreting: 0, isRefused: false)
        while true {
            let input = shape.input(count)
            let figures = Figures(of: input, vocabulary)
            if figures.total > 0.25, last.total > 0.06 {
                // The shorter of two, since a busy machine only makes it longer.
                let again = Figures(of: shape.input(count / 2), vocabulary)
                let base = max(min(last.total, again.total), 0.001)
                let ratio = figures.total / base
                if ratio > tooMuch {
                    let third = Figures(of: input, vocabulary)
                    if third.total / base > tooMuch {
                        say("\(count) took \(third.text), half of it \(again.text)")
                        return ExitStatus.violation
                    }
                }
                say("\(count) took \(figures.text)")
                return ExitStatus.done
            }
            if figures.isRefused || count > 2_000_000 {
                say("\(count) \(figures.isRefused ? "refused" : "took") after \(figures.text)")
                return ExitStatus.done
            }
            last = figures
            count *= 2
        }
    }

    /// Seconds of processor time.
    private struct Figures {
        var reading: Double
        var interpreting: Double
        var isRefused: Bool

        var total: Double { reading + interpreting }

        var text: String { "\(Self.round(reading)) s to read, \(Self.round(interpreting)) s to interpret" }

        init(reading: Double, interpreting: Double, isRefused: Bool) {
            self.reading = reading
            self.interpreting = interpreting
            self.isRefused = isRefused
        }

        init(of input: FuzzInput, _ vocabulary: Vocabulary) {
            self.init(reading: 0, interpreting: 0, isRefused: false)
            let start = Self.now()
            var document: Document?
            switch input {
            case .document(let one): document = one
            case .file(let bytes): document = try? readDocument(bytes)
            }
            reading = Self.now() - start
            guard let document else {
                isRefused = true
                return
            }
            let middle = Self.now()
            _ = interpret(document, vocabulary: vocabulary)
            interpreting = Self.now() - middle
        }

        private static func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }

        private static func round(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
    }
}
