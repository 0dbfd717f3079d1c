/// Pieces of each format that its reader treats apart.
enum Dictionaries {
    static func pieces(of target: FuzzTarget) -> [String] {
        switch target {
        case .docx: word
        case .odt: open
        case .html: html
        case .pdf: pdf
        case .mail: mail
        case .rtf: rtf
        case .markdown: markdown
        case .text, .words: text
        case .json: json
        case .zip: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "PK\u{6}\u{7}"]
        case .blocks: []
        }
    }

    private static let json = [
        "{", "}", "[", "]", "null", "\"\"", "1e999", "-0", "\\u0000", "\\ud800", "true", ":", ",",
        "\"attended\"", "\"invited\"", "\"health\"", "\"education\"", "\"2026-02-30\"", "\"25:61\"",
        "\"a\\r\\nBcc: x@y.example\"", "\"Quazzlewick\"", "\"disposition\":\"hold\"", "\"partners\":{",
        "\"findings\":[{\"code\":\"draft\",\"severity\":\"hold\",\"text\":\"x\"}]", "\"meeting\":{", "99",
        "\"children\":[", "\"participants\":[", "\n{\"meeting\":{}}\n",
    ]

    private static let word = [
        "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>",
        "</w:sdt>",
        "<w:sdtContent>", "</w:sdtContent>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:del>", "</w:del>",
        "<w:ins>", "</w:ins>", "<w:moveFrom>", "<w:txbxContent>", "<mc:AlternateContent>",
        "<mc:Choice Requires=\"wps\">",
        "<mc:Fallback>", "<w:gridSpan w:val=\"2\"/>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>",
        "<w:hMerge/>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>", "<w:instrText>FORMCHECKBOX</w:instrText>", "<w:numPr/>",
        "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "<w:br/>", "<w:tab/>",
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:vanish/>", "<w:strike/>", "<w:footnoteReference w:id=\"1\"/>", "<w:sectPr/>", "<!--", "-->",
        "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE x>", "&#x0;", "&x;", "xmlns:w=\"x\"",
    ]

    private static let open = [
        "<text:p>", "</text:p>", "<text:h text:outline-level=\"1\">", "</text:h>", "<text:list>",
        "</text:list>",
        "<text:list-item>", "</text:list-item>", "<table:table>", "</table:table>", "<table:table-row>",
        "</table:table-row>", "<table:table-cell table:number-columns-repeated=\"9\">", "</table:table-cell>",
        "<table:table-cell table:number-rows-spanned=\"3\" table:number-columns-spanned=\"2\">",
        "<table:covered-table-cell/>", "<text:s text:c=\"5\"/>", "<text:tab/>", "<text:line-break/>",
        "<text:span text:style-name=\"T1\">", "</text:span>", "<office:annotation>", "</office:annotation>",
        "<text:tracked-changes>", "</text:tracked-changes>", "<text:change-start text:change-id=\"ct1\"/>",
        "<text:change-end text:change-id=\"ct1\"/>", "<draw:frame>", "<draw:text-box>", "</draw:text-box>",
        "</draw:frame>", "<text:section text:display=\"none\">", "</text:section>", "<text:note>",
        "</text:note>",
    ]

    private static let html = [
        "<table>", "</table>", "<tr>", "</tr>", "<td rowspan=3>", "<td colspan=9>", "<td rowspan=0>", "</td>",
        "<th>",
        "<ul>", "</ul>", "<ol>", "<li>", "<dl>", "<dt>", "<dd>", "</dl>", "<p>", "<br>", "<div>", "</div>",
        "<h1>",
        "<h6>", "<b>", "<del>", "<s>", "<p hidden>", "<p style=\"display:none\">", "<style>", "</style>",
        "<script>",
        "</script>", "<select>", "<option selected>", "</select>", "<input type=checkbox checked>",
        "<input type=radio name=a value=b>", "<textarea>", "</textarea>", "<label for=a>", "<label>",
        "<fieldset>",
        "<legend>", "<iframe>", "<template>", "<noscript>", "<svg>", "<math>", "<![CDATA[", "<!--", "-->",
        "<!",
        "<pre>", "</pre>", "<blockquote>", "&nbsp;", "&#0;", "&#x110000;", "&notanentity;",
        "<meta charset=utf-7>",
        "<meta charset=x>", "<frameset>", "<plaintext>", "<xmp>", "<a href=x>",
    ]

    private static let pdf = [
        "q", "Q", "BT", "ET", "(Quazzlewick) Tj", "[(A) -9999 (B)] TJ", "1 0 0 1 0 0 cm", "0 0 0 0 0 0 cm",
        "1e30 0 0 1e30 0 0 cm", "-1 0 0 -1 100 100 cm", "0 1 -1 0 0 0 cm", "0 0 100 100 re f",
        "0 0 m 100 0 l S",
        "0 0 1e9 1e9 re S", "0 0 0 0 re W n", "3 Tr", "0 Tf", "/F1 1e9 Tf", "/F1 -12 Tf", "/Fm0 Do",
        "/Im0 Do",
        "/Artifact BMC", "EMC", "BI /W 9 /H 9 ID", "EI", "1 Tz", "0 Tz", "99999 Ts", "-99999 TL T*", "0 w",
        "1e9 w",
        "/GS0 gs", "sh", "endstream", "endobj", "stream", "<<", ">>", "[", "]", "/Kids [1 0 R]",
        "/Parent 1 0 R",
        "/Rotate 90", "/Rotate 45", "/MediaBox [0 0 0 0]", "/MediaBox [0 0 1e9 1e9]", "/MediaBox [9 9 -9 -9]",
        "/UserUnit 1e9", "/Count 2147483647", "/Filter /FlateDecode", "/Filter [/LZWDecode /LZWDecode]",
        "/Filter /JBIG2Decode", "/Length 99999999", "/Length -1", "/Encrypt 1 0 R", "/FT /Btn /AS /Yes",
        "/FT /Tx /V (x)", "/Subtype /Widget", "/ToUnicode 1 0 R", "/Encoding /Identity-H", "/W [0 9999999 1]",
    ]

    private static let mail = [
        "Content-Type: multipart/mixed; boundary=x", "Content-Type: multipart/alternative; boundary=\"x\"",
        "--x",
        "--x--", "Content-Type: message/rfc822", "Content-Type: text/html; charset=utf-8",
        "Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes",
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: x-uuencode",
        "Content-Disposition: attachment; filename=\"a.docx\"",
        "Content-Disposition: attachment; filename*0*=utf-8''a%00",
        "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Type: multipart/signed; boundary=x",
        "Content-Type: application/pkcs7-mime", "Content-Type: multipart/encrypted; boundary=x", "",
        "Subject: =?utf-8?B?////?=", "Subject: =?x?Q?=41=?=", "From: a@b <c@d>,,;",
        "Date: Thu, 99 Foo 99999 99:99:99",
        "-----Original Message-----", "On Monday Ann wrote:", "> > > x", "From: Ann", "Sent: Monday", "-- ",
        "=", "=3D=",
        "begin 644 a.docx", "end", "MIME-Version: 1.0",
    ]

    private static let rtf = [
        "\\par ", "\\cell ", "\\row ", "\\trowd ", "\\intbl ", "\\cellx1000 ", "\\cellx-5 ", "\\clmgf ",
        "\\clmrg ",
        "\\clvmgf ", "\\clvmrg ", "\\nestcell ", "\\nestrow ", "{\\*\\nesttableprops", "\\itap2 ",
        "\\itap99999 ", "\\u233?",
        "\\u-10179?\\u-9216?", "\\uc0 ", "\\uc99 ", "\\'e9", "\\'zz", "\\bin5 ", "\\bin2147483647 ",
        "{\\*\\unknown ",
        "{\\fonttbl", "{\\f0\\fcharset2 Wingdings;}", "{\\stylesheet", "{\\s1 heading 1;}", "{\\info",
        "{\\object",
        "{\\pict", "{\\field{\\*\\fldinst FORMCHECKBOX}{\\fldrslt ", "{\\header ", "{\\footer ",
        "{\\footnote ", "\\v ",
        "\\v0 ", "\\deleted ", "\\strike ", "\\revised ", "{\\*\\annotation ", "\\ls1\\ilvl0 ",
        "{\\listtext ", "{\\pntext ",
        "\\tab ", "\\line ", "\\page ", "\\sect ", "\\ansicpg1252 ", "\\ansicpg99999 ", "\\mac ", "\\pard ",
        "\\plain ",
        "\\f99999 ", "\\~", "\\_", "\\-", "\\*", "\\", "{", "}", "{\\upr{", "{\\*\\ud{", "\\objupdate ",
    ]

    private static let markdown = [
        "# ", "###### ", "| a | b |", "|---|---|", "| :-: |", "- ", "1. ", "    ", "> ", "```", "~~~", "---",
        "***", "===",
        "[x] ", "- [ ] ", "~~x~~", "**", "__", "`", "\\", "![a](b)", "[a](b)", "<!--", "-->", "<br>", "|",
        "||||", "\\|",
        "&amp;", "&#0;", "[^1]: ",
    ]

    private static let text = [
        "Present:", "Apologies: ", "Invited but not present", "Date of meeting: 3/11/2026",
        "Time: 2pm - 3.30pm", "DOB: ",
        "Child: ", "School: ", "Name\tRole\tAgency", "☒", "☐", "[x]", "- ", "1. ", "\t\t", "----", "====",
        "(Chair)",
        "Ann Bell - Head Teacher - Hollin Bank", "Police: no information", "Health to be contacted",
    ]
}
