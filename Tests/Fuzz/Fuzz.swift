import Foundation
import Glibc

/// Tries readers and interpretation with mutated files, and reports the inputs that break a promise.
@main
struct Fuzz {
    static func main() {
        guard let options = FuzzOptions(Array(CommandLine.arguments.dropFirst())) else {
            complain(FuzzOptions.usage)
            exit(64)
        }
        do {
            exit(try run(options))
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func run(_ options: FuzzOptions) throws -> Int32 {
        switch options.command {
        case "run":
            let campaign = Campaign(
                targets: options.target.map { [$0] } ?? FuzzTarget.allCases,
                seed: options.seed,
                seconds: options.seconds,
                most: options.most,
                root: options.root,
                limits: options.limits,
                failures: options.folder ?? options.root.appending(path: ".build/fuzz")
            )
            return try campaign.run() == 0 ? 0 : 1
        case "replay":
            let replay = Replay(root: options.root, limits: options.limits)
            return try replay.run(options.target, options.files) == 0 ? 0 : 1
        case "scale":
            return try ScaleRun.run(options.target, options.files, seconds: max(options.limits.seconds, 20))
                == 0 ? 0 : 1
        case "hostile":
            if let folder = options.folder {
                try HostileRun().write(to: folder)
                return 0
            }
            return try HostileRun().run(options.files) == 0 ? 0 : 1
        case "hostile-file":
            guard options.files.count == 2 else { break }
            return try HostileRun().attempt(options.files[0], options.files[1])
        case HostileRun.templateCommand: return HostileAnswer.runTemplate()
        case "measure":
            guard let target = options.target, let name = options.files.first,
                let shape = Shape.all.first(where: { $0.target == target && $0.name == name })
            else { break }
            return ScaleRun.measure(shape, options.limits)
        case "batch":
            guard let target = options.target else { break }
            let batch = Batch(target: target, seed: options.seed, root: options.root, limits: options.limits)
            return batch.run(options.cases)
        case "try":
            guard let target = options.target, let file = options.files.first else { break }
            return Replay.attempt(target, file, options.limits)
        default: break
        }
        complain(FuzzOptions.usage)
        return 64
    }
}
