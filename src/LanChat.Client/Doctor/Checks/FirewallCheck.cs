using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks whether a local firewall is the likely cause, and how to open it.</summary>
internal static class FirewallCheck
{
    /// <summary>
    /// A firewall on Linux also filters looped-back broadcasts, so a received echo clears it.
    /// Others let those pass: only received announcements of other computers clear them.
    /// </summary>
    public static Finding Of(Firewall firewall, DiscoveryResult? received, int port)
    {
        if (firewall == Firewall.None)
        {
            return received?.HasLostEcho == true
                ? Finding.Warning(DoctorFirewallTexts.SomethingShutsOut, "sudo nft list ruleset")
                : Finding.Ok(DoctorFirewallTexts.None);
        }

        var name = NameOf(firewall);
        if (received is { ReceivesOthers: true, HasLostEcho: false })
            return Finding.Ok(DoctorFirewallTexts.LetsIn(name));
        if (received?.HasLostEcho == true)
            return Finding.Problem(DoctorFirewallTexts.ShutsOut(name), AdviceOn(firewall, port));
        return received is { Echoes.Count: > 0 } && IsOfLinux(firewall)
            ? Finding.Ok(DoctorFirewallTexts.LetsOwnIn(name))
            : Finding.Warning(DoctorFirewallTexts.MayShutOut(name), AdviceOn(firewall, port));
    }

    private static bool IsOfLinux(Firewall firewall) => firewall is not (Firewall.Windows or Firewall.MacOS);

    private static string NameOf(Firewall firewall) => firewall switch
    {
        Firewall.Ufw => DoctorFirewallTexts.Ufw,
        Firewall.Firewalld => DoctorFirewallTexts.Firewalld,
        Firewall.Windows => DoctorFirewallTexts.Windows,
        Firewall.MacOS => DoctorFirewallTexts.MacOS,
        _ => DoctorFirewallTexts.Netfilter,
    };

    private static string[] AdviceOn(Firewall firewall, int port) => firewall switch
    {
        Firewall.Ufw => [$"sudo ufw allow {port}/udp"],
        Firewall.Firewalld => [$"sudo firewall-cmd --permanent --add-port={port}/udp", "sudo firewall-cmd --reload"],
        Firewall.Windows =>
        [
            DoctorFirewallTexts.InPowerShell,
            "New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow "
                + $"-Protocol UDP -LocalPort {port}",
        ],
        Firewall.MacOS => [DoctorFirewallTexts.InSystemSettings],
        _ => ["sudo nft list ruleset", DoctorFirewallTexts.InTheChain(port)],
    };
}
