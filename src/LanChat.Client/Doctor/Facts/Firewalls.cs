namespace LanChat.Client.Doctor.Facts;

/// <summary>
/// Detects an active firewall without root privileges: only root can read its rules.
/// </summary>
internal static class Firewalls
{
    public static Firewall Find() =>
        OperatingSystem.IsWindows() ? Firewall.Windows
        : OperatingSystem.IsMacOS() ? Firewall.MacOS
        : FindIn("/");

    /// <summary>Detects a firewall by the files of a Linux system.</summary>
    public static Firewall FindIn(string root)
    {
        var ufw = Read(root, "etc/ufw/ufw.conf");
        if (ufw.Any(line => line.Trim().Equals("ENABLED=yes", StringComparison.OrdinalIgnoreCase)))
            return Firewall.Ufw;
        if (File.Exists(Path.Combine(root, "run/firewalld.pid"))
            || Directory.Exists(Path.Combine(root, "run/firewalld")))
            return Firewall.Firewalld;
        return Read(root, "proc/modules").Any(IsFilter) ? Firewall.Netfilter : Firewall.None;
    }

    private static bool IsFilter(string module) =>
        module.StartsWith("nf_tables ", StringComparison.Ordinal)
        || module.StartsWith("iptable_filter ", StringComparison.Ordinal);

    private static string[] Read(string root, string file) => SystemFile.Read(Path.Combine(root, file)).Split('\n');
}
