namespace LanChat.Protocol.Tests;

/// <summary>The tables of PROTOCOL.md, compared with the code.</summary>
internal static class ProtocolDocument
{
    /// <summary>The cells of every table row in a section.</summary>
    public static IEnumerable<string[]> Rows(string section)
    {
        using var reader = new StreamReader(typeof(ProtocolDocument).Assembly.GetManifestResourceStream("PROTOCOL.md")!);
        return reader.ReadToEnd().Split("\n## ").Single(
            text => text.StartsWith(section + '\n', StringComparison.Ordinal)).Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
    }
}
