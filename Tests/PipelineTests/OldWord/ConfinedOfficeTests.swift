import Foundation
import Reading
import TestSupport
import Testing

/// What a converter can do that an evil document has taken over.
@Suite(.timeLimit(.minutes(1)))
struct ConfinedOfficeTests {
    /// Tries each thing, and writes down which of them it could do.
    private static let burglar = """
        import ctypes, mmap, os, signal, socket, subprocess, sys, threading
        done = []
        def attempt(name, work):
            try:
                work()
                done.append(name)
            except Exception:
                pass
        folder = os.path.dirname(os.path.abspath(sys.argv[0]))
        state = folder + "/../state"
        attempt("write beside the ledger", lambda: open(state + "/written", "w"))
        attempt("read the ledger", lambda: open(state + "/ledger").read())
        attempt("list the state", lambda: os.listdir(state))
        attempt("rename out of the folder", lambda: os.rename("document.doc", state + "/conversions/moved"))
        attempt("reach the network", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))
        attempt("reach the network by IPv6", lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM))
        attempt("connect to a local service", lambda: socket.socket(socket.AF_UNIX).connect(state + "/socket"))
        attempt("start a process", lambda: os.fork() or os._exit(0))
        attempt("start a program", lambda: subprocess.run(["/bin/true"]))
        attempt("signal the daemon", lambda: os.kill(os.getppid(), 0))
        attempt("leave its group", lambda: os.setsid())
        attempt("write to memory and run it", lambda: mmap.mmap(-1, 4096, prot=7))
        attempt("open too many files", lambda: [open("document.doc") for _ in range(2000)])
        attempt("take too much memory", lambda: mmap.mmap(-1, 4 << 30))
        # Whether the kernel can guard files from a process of the same user.
        if ctypes.CDLL(None).syscall(444, None, 0, 1) < 1: done.append("no guard of files")
        # What it needs.
        def thread():
            worker = threading.Thread(target=lambda: None)
            worker.start()
            worker.join()
        attempt("thread", thread)
        open("out/document.docx", "w").write("\\n".join(done))
        """

    @Test func `a converter can work in its folder and do nothing else`() throws {
        try withTemporaryFolder { folder in
            let office = try StandInOffice(in: folder)
            try Data("Ava Sample".utf8).write(to: folder.appending(path: "state/ledger"))

            let converter = try office.converter(Self.burglar, by: "/usr/bin/python3")
            let done = String(decoding: try converter.convert([1]), as: UTF8.self)

            let files = [
                "write beside the ledger", "read the ledger", "list the state", "rename out of the folder",
            ]
            let could = done.split(separator: "\n").map(String.init)
            #expect(
                could.filter {
                    !could.contains("no guard of files") || !files.contains($0) && $0 != "no guard of files"
                }
                    == ["thread"]
            )
        }
    }
}
