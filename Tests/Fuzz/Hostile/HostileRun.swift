import Foundation
import Glibc
import Minutes
import Reading

/// Has each hostile file read within the limits of the reading process, and reports what it cost.
struct HostileRun {
    let limits = CaseLimits(seconds: 20)

    /// A row for each file; how many had another end than they must.
    func run(_ names: [String]) throws -> Int {
        var failed = 0
        say("file | verdict | processor time | memory")
        for file in HostileFile.all where names.isEmpty || names.contains(file.name) {
            let place = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
            try Data(file.bytes()).write(to: place)
            defer { try? FileManager.default.removeItem(at: place) }
            let ending = try ChildProcess.run(["hostile-file", file.name, place.path])
            let said = String(decoding: ending.output, as: UTF8.self).split(separator: "\n").joined(
                separator: " "
            )
            let isFine = !ending.isSignal && ending.status == ExitStatus.done
            if !isFine { failed += 1 }
            let cause =
                ending.isSignal
                ? CaseLimits.sentence(for: ending.status, limits)
                : ending.errors.split(separator: "\n").joined()
            say("\(file.name) | \(said)\(isFine ? "" : " FAILED, wanted \(file.verdict.text): \(cause)")")
        }
        say("\(failed) failed")
        return failed
    }

    /// Writes all files, so that another program can be tried with them.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in HostileFile.all { try Data(file.bytes()).write(to: folder.appending(path: file.name)) }
    }

    /// In the child: one file; the exit status.
    func attempt(_ name: String, _ path: String) -> Int32 {
        guard let file = HostileFile.all.first(where: { $0.name == name }),
            let data = FileManager.default.contents(atPath: path)
        else { return ExitStatus.unusable }
        let vocabulary = Vocabulary()
        limits.confineMemory()
        limits.startClock()
        var result: Result<Document, ReadingError>
        var end = "read"
        do throws(ReadingError) {
            let document = try readDocument([UInt8](data))
            result = .success(document)
            if case .notMinutes = interpret(document, vocabulary: vocabulary) { end = "read, not minutes" }
        } catch {
            result = .failure(error)
            end = error.code.rawValue
        }
        let (seconds, megabytes) = HostileRun.usage()
        say("\(end) | \(seconds) s | \(megabytes) MB")
        guard let objection = file.objection(to: result) else { return ExitStatus.done }
        complain(objection)
        return ExitStatus.violation
    }

    /// Of this process so far.
    private static func usage() -> (seconds: Double, megabytes: Int) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
        return ((seconds * 100).rounded() / 100, usage.ru_maxrss / 1024)
    }
}
