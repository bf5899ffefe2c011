using System.Globalization;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Facts;

/// <summary>The programs that listen on a UDP port: Linux lists the sockets, and which process has which open.</summary>
internal static class PortHolders
{
    /// <summary>Names with process ids; those of other users' programs only when they may be read, none on other systems.</summary>
    public static IReadOnlyList<string> Of(int port)
    {
        var links = Inodes(SystemFile.Read("/proc/net/udp"), port).Select(inode => $"socket:[{inode}]").ToHashSet();
        return links.Count == 0 ? [] : [.. Directory.EnumerateDirectories("/proc").Where(process => Holds(process, links)).Select(NameOf)];
    }

    /// <summary>Of a table of sockets, the inodes of those at the port, at whatever address.</summary>
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
        if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
        try
        {
            return Directory.EnumerateFiles($"{process}/fd").Any(handle => new FileInfo(handle).LinkTarget is { } target && links.Contains(target));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false; // another user's, or gone by now
        }
    }

    private static string NameOf(string process) =>
        NameOf(SystemFile.Read($"{process}/cmdline"), SystemFile.Read($"{process}/comm").Trim(), Path.GetFileName(process));

    /// <summary>What dotnet runs is told by that, where it is ours.</summary>
    /// <param name="call">How it was called, its words parted by NUL.</param>
    /// <param name="name">The system's name for it.</param>
    /// <param name="id">Its number.</param>
    public static string NameOf(string call, string name, string id)
    {
        var words = call.Split('\0').Take(2).Select(Path.GetFileName).ToArray();
        var known = words.Any(word => word is "lanchat-server" or "lanchat-server.dll") ? DoctorTexts.OurServer
            : words.Any(word => word is "lanchat" or "lanchat.dll") ? DoctorTexts.OurClient
            : name;
        return DoctorTexts.Process(known, id);
    }
}
