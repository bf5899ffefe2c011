using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

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
                ? Finding.Warning(DoctorFirewallTexts.SomethingShutsOut, "sudo nft list ruleset")
                : Finding.Ok(DoctorFirewallTexts.None);
        }

        var name = NameOf(firewall);
        if (heard is { HearsOthers: true, IsSomethingLost: false }) return Finding.Ok(DoctorFirewallTexts.LetsIn(name));
        if (heard?.IsSomethingLost == true)
            return Finding.Problem(DoctorFirewallTexts.ShutsOut(name), AdviceOn(firewall, port));
        return heard is { Echoes.Count: > 0 } && IsOfLinux(firewall)
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
            $"New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol UDP -LocalPort {port}",
        ],
        Firewall.MacOS => [DoctorFirewallTexts.InSystemSettings],
        _ => ["sudo nft list ruleset", DoctorFirewallTexts.InTheChain(port)],
    };
}
