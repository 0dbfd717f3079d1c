import ArgumentParser
import Distribution
import Foundation
import Minutes
import Pipeline
import Reading
import Settings

/// `minuted check`: the daemon's reading, checking and planning of files, without taking anything in (design section 6).
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what would become of files, without taking them in or sending anything.",
        discussion: """
            Exit status: 0 if all would be distributed, 3 if one would be held, 4 if one cannot be taken in, \
            64 for a wrong call, 78 for a wrong configuration, 1 for anything else.
            """
    )

    @Option(
        help: "The configuration; without it and without the usual one, the shipped rules and no partners."
    )
    var config: String?

    @Flag(help: "Show each document's text with what was read from where, and why each rule spoke.")
    var explain = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Argument(help: "The files to check.")
    var files: [String]

    private static let usualConfiguration = "/etc/minuted/minuted.yaml"

    func run() async throws {
        let (rules, directory) = try rulesAndDirectory()
        let conversions = FileManager.default.temporaryDirectory.appending(
            path: "minuted-check-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: conversions) }
        let reading = DocumentReading(
            reader: .ofThisProgram(),
            converter: .ofThisProgram(folder: conversions.path)
        )
        var worst = Disposition.distribute
        var couldNotOpen = false
        for (number, file) in files.enumerated() {
            Progress.show("reading \(number + 1) of \(files.count)", total: files.count)
            guard let data = Self.contents(of: file) else {
                couldNotOpen = true
                Progress.clear(total: files.count)
                FileHandle.standardError.write(
                    Data("\(file): the file cannot be opened. Check its name and rights.\n".utf8)
                )
                continue
            }
            let subject = Subject(data, file: file, rules: rules, directory: directory)
            var explained: ExplainReport?
            let report: CheckReport
            if explain {
                (report, explained) = await subject.explained(by: reading)
            } else {
                report = await subject.report(by: reading)
            }
            if report.disposition == .reject || worst == .distribute { worst = report.disposition }
            Progress.clear(total: files.count)
            try write(report, explained, isLast: number == files.count - 1)
        }
        if couldNotOpen { throw ExitCode(1) }
        switch worst {
        case .distribute: return
        case .hold: throw ExitCode(3)
        case .reject: throw ExitCode(4)
        }
    }

    private func write(_ report: CheckReport, _ explained: ExplainReport?, isLast: Bool) throws {
        guard json else {
            let text = explained.map { ExplainText.text($0) } ?? CheckText.text(report)
            print(text + (isLast ? "" : "\n"), terminator: "")
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let object = try explained.map { try encoder.encode($0) } ?? encoder.encode(report)
        print(String(decoding: object, as: UTF8.self))
    }

    /// Not a folder, and not larger than any document may be.
    private static func contents(of file: String) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
        defer { try? handle.close() }
        return try? handle.read(upToCount: Int(DocumentStore.maximumSize) + 1) ?? Data()
    }

    private func rulesAndDirectory() throws -> (Rules, PartnerDirectory) {
        let path = config ?? Self.usualConfiguration
        if config == nil, !FileManager.default.fileExists(atPath: path) {
            return (Rules(), PartnerDirectory())
        }
        do {
            let loaded = try DaemonConfiguration.load(path).configuration
            return (loaded.rules, loaded.directory)
        } catch {
            FileHandle.standardError.write(Data(ConfigurationText(error).text.utf8))
            throw ExitCode(78)
        }
    }
}

/// Progress of long work, on a terminal only.
enum Progress {
    static func show(_ text: String, total: Int) {
        guard total > 1, isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    static func clear(total: Int) {
        guard total > 1, isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

extension ConfinedReader {
    /// Children that run the hidden command of this very program.
    static func ofThisProgram() -> ConfinedReader {
        ConfinedReader(Options(executable: "/proc/self/exe", arguments: [ReadDocumentCommand.name]))
    }
}
