import Glibc

/// LibreOffice: where it is, how it is called, and what it is told before it starts.
enum OfficeProgram {
    /// The program on this machine; nil where it is not installed.
    static var installed: String? {
        [
            "/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice",
            "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice",
        ]
        .first { access($0, X_OK) == 0 }
    }

    /// The program itself, which the usual command is only a script in front of: the script starts further processes.
    static func program(behind command: String) -> String {
        guard let real = realpath(command, nil) else { return command }
        defer { free(real) }
        let path = String(cString: real)
        guard let slash = path.lastIndex(of: "/") else { return path }
        let beside = path[...slash] + "soffice.bin"
        return access(String(beside), X_OK) == 0 ? String(beside) : path
    }

    static func arguments(folder: String) -> [String] {
        [
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
            "-env:UserInstallation=file://\(folder)/profile", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", "\(folder)/\(ConversionFolder.output)", "\(folder)/\(ConversionFolder.input)",
        ]
    }

    static func environment(folder: String) -> [String] {
        [
            "HOME=\(folder)", "TMPDIR=\(folder)/temporary", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
            "SAL_USE_VCLPLUGIN=svp",
        ]
    }

    /// Settings of a new profile: no macros, no Java, no links that are followed, nothing updated or reported.
    static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        \(setting("Common/Security/Scripting", "MacroSecurityLevel", "3"))
        \(setting("Common/Security/Scripting", "DisableMacrosExecution", "true"))
        \(setting("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"))
        \(setting("Java/VirtualMachine", "Enable", "false"))
        \(setting("Writer/Content/Update", "Link", "0"))
        \(setting("Writer/Content/Update", "Field", "false"))
        </oor:items>
        """

    private static func setting(_ path: String, _ name: String, _ value: String) -> String {
        """
        <item oor:path="/org.openoffice.Office.\(path)"><prop oor:name="\(name)" oor:op="fuse">\
        <value>\(value)</value></prop></item>
        """
    }
}
