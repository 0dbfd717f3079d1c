import Foundation
import Glibc

/// Tries files again, each in a process of its own.
struct Replay {
    let root: URL
    let limits: CaseLimits

    /// Everything in the corpus, or the given files of one target; how many failed.
    func run(_ target: FuzzTarget?, _ files: [String]) throws -> Int {
        var failed = 0
        var tried = 0
        for one in try inputs(target, files) {
            tried += 1
            let ending = try ChildProcess.run(
                [
                    "try", "--target", one.target.rawValue, "--limit", String(limits.seconds), one.file.path,
                ],
                backtrace: !files.isEmpty
            )
            guard ending.isSignal || ending.status != ExitStatus.done else { continue }
            failed += 1
            let cause = ending.isSignal ? CaseLimits.sentence(for: ending.status, limits) + ". " : ""
            say("FAILED \(one.target.rawValue) \(one.file.lastPathComponent): \(cause)\(ending.errors)")
        }
        say("\(tried) inputs tried again, \(failed) failed")
        return failed
    }

    private func inputs(
        _ target: FuzzTarget?,
        _ files: [String]
    ) throws -> [(target: FuzzTarget, file: URL)] {
        if let target, !files.isEmpty { return files.map { (target, URL(filePath: $0)) } }
        return try (target.map { [$0] } ?? FuzzTarget.allCases).flatMap { target in
            try Corpus.files(in: Corpus.folder(of: target, root: root)).map { (target, $0) }
        }
    }

    /// In the child: one file; the exit status.
    static func attempt(_ target: FuzzTarget, _ file: String, _ limits: CaseLimits) -> Int32 {
        limits.confineMemory()
        guard let data = FileManager.default.contents(atPath: file),
            let input = FuzzInput(stored: data, target: target)
        else {
            complain("\(file) cannot be read as an input of \(target.rawValue).")
            return ExitStatus.unusable
        }
        let trial = Trial(target)
        limits.startClock()
        do throws(Violation) {
            _ = try trial.run(input)
            return ExitStatus.done
        } catch {
            complain(error.sentence)
            return ExitStatus.violation
        }
    }
}
