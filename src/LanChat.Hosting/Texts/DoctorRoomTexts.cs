using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What <c>doctor</c> says of the room it was asked about.</summary>
public static class DoctorRoomTexts
{
    public static string CanBeEntered(string address) => In(
        $"At {address} is a room, and it can be entered.",
        $"{address} 有一个房间，可以进入。");

    public static string CanBeEntered(string address, string name) => In(
        $"At {address} is a room called {name}, and it can be entered.",
        $"{address} 有一个名为 {name} 的房间，可以进入。");

    public static string LetsNobodyIn(string address, string why) => In(
        $"At {address} is a room, but it lets nobody in from here now: {why}.",
        $"{address} 有一个房间，但现在不让这里的人进入：{why}。");

    public static string LetsNobodyIn(string address, string name, string why) => In(
        $"At {address} is a room called {name}, but it lets nobody in from here now: {why}.",
        $"{address} 有一个名为 {name} 的房间，但现在不让这里的人进入：{why}。");

    public static string NoRoom(string address) => In(
        $"At {address} somebody answers, but it is no room.",
        $"{address} 有应答，但那不是房间。");

    public static string IsThePortRight => In(
        $"Is the port right? A room's server prints it when it starts.",
        $"端口对吗？房间的服务器启动时会显示端口。");

    public static string NothingThere(string address) => In(
        $"The host of {address} answers, but nobody listens at that port.",
        $"{address} 的主机有应答，但没有程序在监听那个端口。");

    public static string IsItRunning => In(
        $"Is the room's server running there, and is the port right?",
        $"房间的服务器在那里运行吗？端口对吗？");

    public static string UnknownHost(string host) =>
        In($"Nobody knows a host of the name {host}.", $"找不到名为 {host} 的主机。");

    public static string UseTheAddress => In(
        $"Use the IP address that the room's server prints when it starts.",
        $"请使用房间的服务器启动时显示的 IP 地址。");

    public static string Unreachable(string address, string why) =>
        In($"{address} can't be reached: {why}.", $"连不上 {address}：{why}。");

    public static string NoAnswer(string address) => In(
        $"{address} does not answer: the host is off or in another network, or its firewall drops what comes for that port.",
        $"{address} 没有应答：主机已关机或在另一个网络里，或者它的防火墙丢弃了发往该端口的数据。");

    public static string OpenWithUfw(int port) => In(
        $"On the room's computer, with ufw:  sudo ufw allow {port}/tcp",
        $"在房间所在的电脑上，使用 ufw：  sudo ufw allow {port}/tcp");

    public static string OpenWithFirewalld(int port) => In(
        $"with firewalld:  sudo firewall-cmd --permanent --add-port={port}/tcp && sudo firewall-cmd --reload",
        $"使用 firewalld：  sudo firewall-cmd --permanent --add-port={port}/tcp && sudo firewall-cmd --reload");

    public static string OpenOnWindows(int port) => In(
        $"on Windows:  New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol TCP -LocalPort {port}",
        $"在 Windows 上：  New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol TCP -LocalPort {port}");
}
