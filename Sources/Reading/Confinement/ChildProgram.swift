import CConfinement
import Glibc

/// Starts programs of ours with one socket and nothing else.
enum ChildProgram {
    /// The new process, whose standard input and output are the socket, in a group of its own; nil if that cannot be done.
    static func spawn(_ program: String, _ arguments: [String], socket: Int32) -> pid_t? {
        // A worker that crashes is not to be examined: the examiner would start a program.
        let environment = ["SWIFT_BACKTRACE=enable=no", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
        var id: pid_t = 0
        let status = withCStrings([program] + arguments) { arguments in
            withCStrings(environment) { environment in
                spawn_on_socket(&id, program, arguments, environment, socket)
            }
        }
        return status == 0 ? id : nil
    }
}

/// Lends an array of C strings that ends in nil.
func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
