import Foundation

/// Batches of all targets in turn until the time is over, with an account of what failed.
struct Campaign {
    let targets: [FuzzTarget]
    let seed: UInt64
    /// Without it, until somebody stops the process.
    let seconds: Double?
    /// Of each target; without it, as many as there is time for.
    let most: Int?
    let root: URL
    let limits: CaseLimits
    /// Where failing inputs are written, in a folder for each target.
    let failures: URL

    /// A target whose inputs fail all the time is left alone after so many.
    private static let mostFailures = 25

    /// Runs; how many inputs failed.
    func run() throws -> Int {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds ?? 1e9)
        var reported = clock.now
        var states = targets.map { TargetState(target: $0) }
        while clock.now < end {
            // The target that has had the least time is next, so that slow ones get their share and no more.
            let open = states.indices.filter {
                states[$0].failed < Self.mostFailures && states[$0].next < most ?? .max
            }
            guard let next = open.min(by: { states[$0].time < states[$1].time }) else { break }
            let time = try clock.measure { try step(&states[next], until: end) }
            states[next].time += time
            if clock.now - reported > .seconds(600) {
                reported = clock.now
                report(states)
            }
        }
        report(states)
        return states.reduce(0) { $0 + $1.failed }
    }

    private func report(_ states: [TargetState]) {
        for state in states {
            say(
                "\(state.target.rawValue): \(state.next) inputs in \(state.time.inSeconds) s, \(state.failed) failed"
            )
        }
        let total = states.reduce(0) { $0 + $1.next }
        say("seed \(seed): \(total) inputs, \(states.reduce(0) { $0 + $1.failed }) failed")
    }

    private struct TargetState {
        let target: FuzzTarget
        var next = 0
        var size = 10
        var time = Duration.zero
        var failed = 0
    }

    private func step(_ state: inout TargetState, until end: ContinuousClock.Instant) throws {
        let cases = state.next..<min(state.next + state.size, most ?? .max)
        let clock = ContinuousClock()
        let start = clock.now
        let first = try batch(state.target, cases)
        let done = first.output.count / 8
        state.next += min(done + 1, cases.count)
        if first.status == ExitStatus.unusable { throw Violation(first.errors) }
        if done < cases.count {
            state.failed += 1
            try report(first, state.target, cases.lowerBound + done)
            return
        }
        // In another process all hashes are others: the same must come out.
        if most == nil, state.size <= 40 || cases.lowerBound.isMultiple(of: 7) {
            let second = try batch(state.target, cases)
            if second.output != first.output, second.output.count == first.output.count {
                let index = stride(from: 0, to: first.output.count, by: 8).first {
                    first.output[$0..<$0 + 8] != second.output[$0..<$0 + 8]
                }
                state.failed += 1
                try keep(
                    state.target,
                    cases.lowerBound + (index ?? 0) / 8,
                    "came out in two ways in two processes"
                )
            }
        }
        // Starting a process takes its time; a batch of some seconds makes that small.
        let left = (end - clock.now).inSeconds
        let each = max((clock.now - start).inSeconds / Double(done), 0.0001)
        state.size = max(10, min(Int(min(4, left / 3) / each), 20_000))
    }

    private func batch(_ target: FuzzTarget, _ cases: Range<Int>) throws -> ChildProcess.Ending {
        try ChildProcess.run([
            "batch", "--target", target.rawValue, "--seed", String(seed), "--from", String(cases.lowerBound),
            "--to", String(cases.upperBound), "--root", root.path, "--limit", String(limits.seconds),
        ])
    }

    private func report(_ ending: ChildProcess.Ending, _ target: FuzzTarget, _ index: Int) throws {
        let said = ending.errors.split(separator: "\n").prefix(3).joined(separator: " ")
        let cause =
            ending.isSignal
            ? CaseLimits.sentence(for: ending.status, limits)
            : ending.status == ExitStatus.violation ? "broke a promise" : "ended with \(ending.status)"
        try keep(target, index, "\(cause). \(said)")
    }

    /// Writes the input to a file and says how to try it again.
    private func keep(_ target: FuzzTarget, _ index: Int, _ cause: String) throws {
        var dice = Dice(seed: seed, target: target.rawValue, index: index)
        let input = try Corpus(target, root: root).input(&dice)
        let folder = failures.appending(path: target.rawValue)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "\(seed)-\(index)")
        try input.stored.write(to: file)
        say("FAILED \(target.rawValue), seed \(seed), case \(index): \(cause)")
        say("       again: \(CommandLine.arguments[0]) replay --target \(target.rawValue) \(file.path)")
    }
}

extension Duration {
    var inSeconds: Double { ((self / .milliseconds(1)) / 1000 * 10).rounded() / 10 }
}
