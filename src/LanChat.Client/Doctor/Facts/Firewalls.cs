namespace LanChat.Client.Doctor.Facts;

/// <summary>Looks for a firewall as far as everybody may: its rules are root's to read, but not that it is there.</summary>
internal static class Firewalls
{
    public static Firewall Find() =>
        OperatingSystem.IsWindows() ? Firewall.Windows
        : OperatingSystem.IsMacOS() ? Firewall.MacOS
        : FindIn("/");

    /// <summary>Looks in a Linux system's files.</summary>
    public static Firewall FindIn(string root)
    {
        if (Read(root, "etc/ufw/ufw.conf").Any(line => line.Trim().Equals("ENABLED=yes", StringComparison.OrdinalIgnoreCase))) return Firewall.Ufw;
        if (File.Exists(Path.Combine(root, "run/firewalld.pid")) || Directory.Exists(Path.Combine(root, "run/firewalld"))) return Firewall.Firewalld;
        return Read(root, "proc/modules").Any(IsFilter) ? Firewall.Netfilter : Firewall.None;
    }

    private static bool IsFilter(string module) =>
        module.StartsWith("nf_tables ", StringComparison.Ordinal) || module.StartsWith("iptable_filter ", StringComparison.Ordinal);

    private static string[] Read(string root, string file) => SystemFile.Read(Path.Combine(root, file)).Split('\n');
}
