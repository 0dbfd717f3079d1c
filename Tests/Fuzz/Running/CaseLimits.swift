import Glibc

/// What one input may cost; the kernel ends the process that takes more.
struct CaseLimits {
    /// Of processor time, so that a busy machine makes no failures.
    var seconds: Double
    /// The reading process of the daemon has as much (design section 13).
    var addressSpace: UInt = 1 << 30

    func confineMemory() {
        var limit = rlimit(rlim_cur: addressSpace, rlim_max: addressSpace)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }

    /// SIGPROF comes when the time is used up, SIGALRM to a process that only waits.
    func startClock() {
        set(seconds)
        alarm(120)
    }

    func stopClock() {
        set(0)
        alarm(0)
    }

    private func set(_ seconds: Double) {
        let whole = Int(seconds)
        let time = timeval(tv_sec: whole, tv_usec: Int((seconds - Double(whole)) * 1e6))
        var timer = itimerval(it_interval: timeval(), it_value: time)
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    }

    /// What it means that a process was ended by that signal.
    static func sentence(for signal: Int32, _ limits: CaseLimits) -> String {
        switch signal {
        case SIGPROF: "took more than \(limits.seconds) s of processor time"
        case SIGALRM: "waited for ever"
        case SIGILL, SIGTRAP: "trapped"
        case SIGSEGV, SIGBUS: "made a wrong access to memory, or ran out of stack"
        case SIGABRT: "was aborted, or ran out of memory"
        default: "was ended by signal \(signal)"
        }
    }
}
