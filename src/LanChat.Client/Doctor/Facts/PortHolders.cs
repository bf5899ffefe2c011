using System.Globalization;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Facts;

/// <summary>
/// Finds the processes that have a UDP port open, by the socket inodes in /proc. Linux only.
/// </summary>
internal static class PortHolders
{
    /// <summary>
    /// Process names with ids, as far as access is permitted; empty on other systems.
    /// </summary>
    public static IReadOnlyList<string> Of(int port)
    {
        var links = Inodes(SystemFile.Read("/proc/net/udp"), port).Select(inode => $"socket:[{inode}]").ToHashSet();
        return links.Count == 0
            ? []
            : [.. Directory.EnumerateDirectories("/proc").Where(process => Holds(process, links)).Select(NameOf)];
    }

    /// <summary>The inodes of the sockets at the port, at any local address.</summary>
    public static IEnumerable<string> Inodes(string table, int port)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return table.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal))
            .Select(fields => fields[9]);
    }

    private static bool Holds(string process, HashSet<string> links)
    {
        if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return false;
        try
        {
            return Directory.EnumerateFiles($"{process}/fd")
                .Any(handle => new FileInfo(handle).LinkTarget is { } target && links.Contains(target));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false; // another user's process, or ended meanwhile
        }
    }

    private static string NameOf(string process) =>
        NameOf(
            SystemFile.Read($"{process}/cmdline"),
            SystemFile.Read($"{process}/comm").Trim(),
            Path.GetFileName(process));

    /// <summary>Names our own programs by the dll that dotnet runs.</summary>
    /// <param name="call">The command line, separated by NUL.</param>
    /// <param name="name">The process name.</param>
    /// <param name="id">The process id.</param>
    public static string NameOf(string call, string name, string id)
    {
        var words = call.Split('\0').Take(2).Select(Path.GetFileName).ToArray();
        var known = words.Any(word => word is "lanchat-server" or "lanchat-server.dll") ? DoctorTexts.OurServer
            : words.Any(word => word is "lanchat" or "lanchat.dll") ? DoctorTexts.OurClient
            : name;
        return DoctorTexts.Process(known, id);
    }
}
