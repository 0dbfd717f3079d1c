import Foundation
import Glibc
import Reading

/// Has each hostile file read as the daemon would, in a confined child, and reports what that cost.
struct HostileRun {
    /// The hidden command of the template of the children.
    static let templateCommand = "read-document"

    /// A row for each file; how many had another end than they must.
    func run(_ names: [String]) throws -> Int {
        var failed = 0
        var tried = 0
        say("| file | size | verdict | processor | memory |")
        say("|---|---|---|---|---|")
        for file in HostileFile.all where names.isEmpty || names.contains(file.name) {
            tried += 1
            let place = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
            let bytes = file.bytes()
            try Data(bytes).write(to: place)
            defer { try? FileManager.default.removeItem(at: place) }
            let ending = try ChildProcess.run(["hostile-file", file.name, place.path])
            let said = String(decoding: ending.output, as: UTF8.self).split(separator: "\n").joined()
            say("| \(file.name) | \(HostileRun.size(bytes.count)) | \(said) |")
            guard ending.isSignal || ending.status != ExitStatus.done else { continue }
            failed += 1
            say(
                "FAILED \(file.name), wanted \(file.verdict.text): \(ending.errors.split(separator: "\n").joined())"
            )
            say("       again: \(CommandLine.arguments[0]) hostile \(file.name)")
        }
        say("\(tried) hostile files, \(failed) failed")
        return failed
    }

    /// Writes all files, so that another program can be tried with them.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in HostileFile.all { try Data(file.bytes()).write(to: folder.appending(path: file.name)) }
    }

    /// In the daemon's part, a process for each file so that what its child cost can be told; the exit status.
    func attempt(_ name: String, _ path: String) throws -> Int32 {
        guard let file = HostileFile.all.first(where: { $0.name == name }),
            let data = FileManager.default.contents(atPath: path)
        else { return ExitStatus.unusable }
        var options = ConfinedReader.Options(executable: "/proc/self/exe", arguments: [Self.templateCommand])
        #if DEBUG
            // Without optimisation the largest files would only wait for the limit.
            if data.count > 500_000 { options.deadline = .seconds(4) }
        #endif
        let reader = ConfinedReader(options)
        let request = try JSONEncoder().encode(file.texts)
        let result: Result<HostileAnswer, ReadingError>
        do throws(ReadingError) {
            result = .success(try reader.read([UInt8](data), request: request, as: HostileAnswer.self))
        } catch {
            result = .failure(error)
        }
        say("\(HostileRun.end(of: result)) | \(HostileRun.usage())")
        guard let objection = file.objection(to: result) else { return ExitStatus.done }
        complain(objection)
        return ExitStatus.violation
    }

    private static func end(of result: Result<HostileAnswer, ReadingError>) -> String {
        switch result {
        case .success(let answer): answer.end
        case .failure(.timedOut): "rejected: took too long"
        case .failure(let error): "rejected: \(error.code.rawValue)"
        }
    }

    /// Of the children that have been waited for, which are those that read; the template is still running.
    private static func usage() -> String {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
        let system = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
        return "\(((user + system) * 100).rounded() / 100) s | \(usage.ru_maxrss / 1024) MB"
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 100_000 ? "\(Double(bytes / 100) / 10) kB" : "\(Double(bytes / 100_000) / 10) MB"
    }
}
