namespace LanChat.Protocol.Tests;

/// <summary>PROTOCOL.md, held to what the code does.</summary>
internal static class Manual
{
    /// <summary>The cells of every table row in a section.</summary>
    public static IEnumerable<string[]> Rows(string section)
    {
        using var reader = new StreamReader(typeof(Manual).Assembly.GetManifestResourceStream("PROTOCOL.md")!);
        return reader.ReadToEnd().Split("\n## ").Single(
            text => text.StartsWith(section + '\n', StringComparison.Ordinal)).Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
    }
}
