import Foundation
import Glibc
import Synchronization

/// Has LibreOffice make a Word file of today out of one of an old version of Word (decision 0016).
///
/// Each call blocks its thread until the file is there or the deadline is over; calls wait for each other, because one
/// office suite at a time is enough for any machine. LibreOffice runs confined, by the hidden command that `Options`
/// names: without network, without other processes, and writing only into a folder of its own, which is removed with
/// all that is in it, whatever happens.
package final class OldWordConverter: Sendable {
    package struct Options: Sendable {
        /// The program that calls `becomeConverter`, and its arguments before the converter's own.
        package var launcher: String
        package var launcherArguments: [String]
        /// The folder in which each conversion has a folder of its own; made when it is needed.
        package var folder: String
        /// LibreOffice; nil where it is not installed.
        package var office: String? = OfficeProgram.installed
        package var deadline: Duration = .seconds(60)
        package var limits = ReadingLimits()
        /// Bytes and number of all files that a conversion may have at the same time.
        package var folderSize = 300_000_000
        package var folderFiles = 4_000

        package init(launcher: String, launcherArguments: [String], folder: String) {
            self.launcher = launcher
            self.launcherArguments = launcherArguments
            self.folder = folder
        }
    }

    private let options: Options
    private let turn = Mutex<Void>(())

    /// Removes what a crash left in the folder; nobody else may be converting there.
    package init(_ options: Options) {
        self.options = options
        ConversionFolder.sweep(options.folder)
    }

    /// The file looks like one that `convert` is for; what it is in truth is told in the confined child.
    package static func mayConvert(_ file: some Collection<UInt8>) -> Bool { CompoundFile.isOne(file) }

    /// The document as a `.docx` file.
    package func convert(_ document: [UInt8]) throws(ReadingError) -> [UInt8] {
        guard let office = options.office else { throw .oldWord }
        let result = turn.withLock { _ -> Result<[UInt8], ReadingError> in
            do throws(ReadingError) {
                return .success(try convert(document, with: office))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func convert(_ document: [UInt8], with office: String) throws(ReadingError) -> [UInt8] {
        guard let folder = ConversionFolder.make(in: options.folder) else { throw .noConversionFolder }
        defer { folder.remove() }
        guard folder.fill(with: document) else { throw .noConversionFolder }
        let end = ContinuousClock.now + options.deadline
        for _ in 0..<3 {
            switch try run(office, in: folder, until: end) {
            // LibreOffice ends like this after it has set up a new profile, and wants to be started again.
            case .exit(81): continue
            case .exit(ConverterExit.notStarted): throw .converterNotStarted
            case .exit(ConverterExit.notConfined): throw .notConfined
            case .exit(0):
                guard let converted = folder.result(limit: options.limits.fileSize) else {
                    throw .notConverted
                }
                return converted
            case .exit, .signal: throw .notConverted
            }
        }
        throw .notConverted
    }

    /// One run of the program to its end.
    private func run(
        _ office: String,
        in folder: ConversionFolder,
        until end: ContinuousClock.Instant
    ) throws(ReadingError) -> WorkerProcess.Ending {
        let arguments = options.launcherArguments + [office, folder.path]
        guard let process = WorkerProcess.start(options.launcher, arguments) else {
            throw .converterNotStarted
        }
        while true {
            let now = ContinuousClock.now
            // Often enough that a flood of files is stopped before it matters.
            let outcome = process.exchange(
                [],
                until: min(end, now + .milliseconds(200)),
                answerLimit: 100_000
            )
            if case .answer = outcome {
                // A program may close its output a little before its end.
                process.awaitExit(until: end)
                return process.endGroup()
            }
            if case .flood = outcome {
                _ = process.endGroup()
                throw .notConverted
            }
            guard folder.isWithin(bytes: options.folderSize, files: options.folderFiles) else {
                _ = process.endGroup()
                throw .notConverted
            }
            if ContinuousClock.now >= end {
                _ = process.endGroup()
                throw .timedOut
            }
        }
    }
}

extension ReadingError {
    private static let saveAs = " Open it in Word, choose Save As, Word document (.docx), and drop that."

    fileprivate static let notConverted = ReadingError(
        .readerFailed,
        "The document of an old version of Word (.doc) could not be opened here." + saveAs
    )

    fileprivate static let converterNotStarted = ReadingError(
        .readerUnavailable,
        "The program that opens documents of old versions of Word could not be started. Nothing is wrong with the "
            + "document; it is tried again."
    )

    fileprivate static let noConversionFolder = ReadingError(
        .readerUnavailable,
        "There is no room to open a document of an old version of Word. Nothing is wrong with the document; it is "
            + "tried again."
    )
}
