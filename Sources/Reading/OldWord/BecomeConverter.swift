import CConfinement
import Glibc

/// How the launcher ends if it did not become the converter: numbers that LibreOffice does not use.
enum ConverterExit {
    static let notConfined: Int32 = 120
    static let notStarted: Int32 = 121
}

/// Confines this process for good and becomes LibreOffice, which converts the document in a folder: the body of a
/// hidden command, which needs the process to have one thread only.
///
/// `arguments` are the office command and the folder, both absolute. Returns, only if that failed, the exit status.
package func becomeConverter(_ arguments: [String]) -> Int32 {
    guard arguments.count == 2, arguments.allSatisfy({ $0.hasPrefix("/") }) else {
        return ConverterExit.notStarted
    }
    let program = OfficeProgram.program(behind: arguments[0])
    let folder = arguments[1]
    let programFolder = program[..<(program.lastIndex(of: "/") ?? program.startIndex)]
    ignoreStops()
    var limits = program_limits(
        // It reserves far more than it uses.
        address_space: 3 << 30,
        processor_seconds: 60,
        file_size: 100_000_000,
        descriptors: 256
    )
    // LibreOffice finds its own parts by this name.
    let step = withCStrings([program] + OfficeProgram.arguments(folder: folder)) { arguments in
        withCStrings(OfficeProgram.environment(folder: folder)) { environment in
            become_confined_program(program, String(programFolder), arguments, environment, folder, &limits)
        }
    }
    return step == CONFINEMENT_PROGRAM ? ConverterExit.notStarted : ConverterExit.notConfined
}

/// The service manager ends all processes of the service at once; the daemon wants to finish what it reads.
///
/// Blocked and not ignored, because a program may set what it ignores and mostly leaves alone what it finds blocked.
private func ignoreStops() {
    var stops = sigset_t()
    sigemptyset(&stops)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&stops, signal) }
    sigprocmask(SIG_BLOCK, &stops, nil)
}
