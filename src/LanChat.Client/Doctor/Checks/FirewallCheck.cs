using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Is a firewall of this computer the likely cause, and how is it opened?</summary>
internal static class FirewallCheck
{
    /// <summary>
    /// Firewalls of Linux filter what comes back as they filter what others send. Those of other systems let it pass, so that only hearing
    /// others clears them.
    /// </summary>
    public static Finding Of(Firewall firewall, Heard? heard, int port)
    {
        if (firewall == Firewall.None)
        {
            return heard?.IsSomethingLost == true
                ? Finding.Warning("No firewall is to be seen here, but something shuts the datagrams out.", "sudo nft list ruleset")
                : Finding.Ok("No firewall is to be seen here.");
        }

        var name = NameOf(firewall);
        if (heard is { HearsOthers: true, IsSomethingLost: false }) return Finding.Ok($"{name} is at work here and lets announcements in.");
        if (heard?.IsSomethingLost == true)
            return Finding.Problem($"{name} is at work here, and most likely what shuts them out. To open it:", AdviceOn(firewall, port));
        return heard is { Echoes.Count: > 0 } && IsOfLinux(firewall)
            ? Finding.Ok($"{name} is at work here; it lets in what this computer sends itself.")
            : Finding.Warning($"{name} is at work here, and may be what shuts announcements out. To open it:", AdviceOn(firewall, port));
    }

    private static bool IsOfLinux(Firewall firewall) => firewall is not (Firewall.Windows or Firewall.MacOS);

    private static string NameOf(Firewall firewall) => firewall switch
    {
        Firewall.Ufw => "The firewall ufw",
        Firewall.Firewalld => "The firewall firewalld",
        Firewall.Windows => "The Windows firewall",
        Firewall.MacOS => "The firewall of macOS",
        _ => "A firewall (nftables or iptables)",
    };

    private static string[] AdviceOn(Firewall firewall, int port) => firewall switch
    {
        Firewall.Ufw => [$"sudo ufw allow {port}/udp"],
        Firewall.Firewalld => [$"sudo firewall-cmd --permanent --add-port={port}/udp", "sudo firewall-cmd --reload"],
        Firewall.Windows =>
        [
            "In PowerShell, as administrator:",
            $"New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol UDP -LocalPort {port}",
        ],
        Firewall.MacOS => ["System Settings, Network, Firewall, Options: allow incoming connections for this program."],
        _ => ["sudo nft list ruleset", $"In the chain for what comes in, before what drops: udp dport {port} accept"],
    };
}
