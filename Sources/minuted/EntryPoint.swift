import ArgumentParser
import Dispatch
import Foundation
import Reading

/// Where the program begins.
///
/// Not an asynchronous `main`: that starts threads of Dispatch, and the confined child must be alone with its one thread
/// when it gives its descriptors and system calls away, or such a thread dies in the middle of a document.
@main
enum EntryPoint {
    static func main() {
        if CommandLine.arguments.dropFirst().first == ReadDocumentCommand.name {
            exit(ReadDocumentCommand.answer())
        }
        if CommandLine.arguments.dropFirst().first == ConvertDocumentCommand.name {
            exit(becomeConverter(Array(CommandLine.arguments.dropFirst(2))))
        }
        Task {
            await Minuted.main()
            exit(0)
        }
        dispatchMain()
    }
}
