using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// What <c>doctor</c> says of this computer's firewall. Commands are the same in every language.
/// </summary>
public static class DoctorFirewallTexts
{
    public static string Ufw => In($"The firewall ufw", $"防火墙 ufw ");

    public static string Firewalld => In($"The firewall firewalld", $"防火墙 firewalld ");

    public static string Windows => In($"The Windows firewall", $"Windows 防火墙");

    public static string MacOS => In($"The firewall of macOS", $"macOS 防火墙");

    public static string Netfilter => In($"A firewall (nftables or iptables)", $"防火墙（nftables 或 iptables）");

    public static string None => In($"No firewall is to be seen here.", $"没有发现防火墙。");

    public static string SomethingShutsOut => In(
        $"No firewall is to be seen here, but something shuts the datagrams out.",
        $"没有发现防火墙，但数据报被什么挡住了。");

    public static string LetsIn(string firewall) => In(
        $"{firewall} is at work here and lets announcements in.",
        $"{firewall}已启用，并且放行房间的广播。");

    public static string ShutsOut(string firewall) => In(
        $"{firewall} is at work here, and most likely what shuts them out. To open it:",
        $"{firewall}已启用，很可能就是它挡住了广播。放行的方法：");

    public static string LetsOwnIn(string firewall) => In(
        $"{firewall} is at work here; it lets in what this computer sends itself.",
        $"{firewall}已启用；它放行本机发给自己的数据。");

    public static string MayShutOut(string firewall) => In(
        $"{firewall} is at work here, and may be what shuts announcements out. To open it:",
        $"{firewall}已启用，可能是它挡住了广播。放行的方法：");

    public static string InPowerShell => In($"In PowerShell, as administrator:", $"在管理员 PowerShell 中运行：");

    public static string InSystemSettings => In(
        $"System Settings, Network, Firewall, Options: allow incoming connections for this program.",
        $"在“系统设置 → 网络 → 防火墙 → 选项”中，允许此程序接受传入连接。");

    public static string InTheChain(int port) => In(
        $"In the chain for what comes in, before what drops: udp dport {port} accept",
        $"在处理传入数据的链中，放在丢弃规则之前：udp dport {port} accept");
}
