using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What <c>doctor</c> says of what it heard, and of a room it tried to reach.</summary>
public static class DoctorNetworkTexts
{
    public static string CannotSend(string target, string why) =>
        In($"Nothing can be sent to {target}: {why}.", $"无法向 {target} 发送：{why}。");

    public static string LookAtVpns => In($"Look at the cable or the Wi-Fi, and at any VPN.", $"请检查网线或 Wi-Fi，以及 VPN。");

    public static string ComesBack(string target, int port) => In(
        $"What is sent to {target}, port {port}, comes back.",
        $"发往 {target} 端口 {port} 的数据能够返回。");

    public static string DoesNotComeBack(string target, int port) => In(
        $"What is sent to {target}, port {port}, does not come back: this computer shuts it out, and announcements with it.",
        $"发往 {target} 端口 {port} 的数据没有返回：本机把它挡住了，房间的广播也会一起被挡住。");

    public static string NoRoomHeard(double seconds) =>
        In($"No room was heard in {seconds:0.#} s.", $"{seconds:0.#} 秒内没有听到任何房间。");

    public static string RunThisThere => In(
        $"If there is one, run this there, too, and enter by its address: --connect HOST:PORT",
        $"如果确实有房间，请在那台电脑上也运行一次，并按地址进入：--connect HOST:PORT");

    public static string Heard(string rooms) => In($"Heard: {rooms}.", $"听到的房间：{rooms}。");

    public static string RoomAt(string room, string address) => In($"{room} at {address}", $"{room}，地址 {address}");

    public static string RoomHere(string room, string address) =>
        In($"{room} at {address} (this computer)", $"{room}，地址 {address}（本机）");

    public static string Between => In($", ", $"；");

    public static string OthersHeard => In(
        $"Other devices are heard: nothing keeps them apart from this one.",
        $"能听到其他设备：它们与本机没有被隔离。");

    public static string OthersAnswer => In(
        $"Other devices answer: nothing seems to keep them apart from this one.",
        $"其他设备有应答：看来它们与本机没有被隔离。");

    public static string RouterSilent => In(
        $"It seems that the way to the network is broken: not even the router answers.",
        $"看来网络不通：连路由器都没有应答。");

    public static string KeptApart => In(
        $"It seems that the devices here are kept apart: the router may answer, but none of the others that were asked for does.",
        $"看来这里的设备被互相隔离：路由器可能有应答，而问过的其他设备都没有。");

    public static string MaybeKeptApart => In(
        $"It seems possible that the access point keeps its clients apart: nobody but this computer was heard.",
        $"无线接入点可能隔离了各个设备：除本机外什么也没有听到。");

    public static string NotKeptApart => In($"Nothing seems to keep the devices here apart.", $"看来这里的设备没有被隔离。");

    public static string LookForIsolation => In(
        $"Look in the access point's settings for \"client isolation\" or \"AP isolation\", and stay off its guest network.",
        $"请在无线接入点的设置里查找“客户端隔离”或“AP 隔离”（AP isolation），并且不要使用访客网络。");

    public static string ByCable => In($"By cable, or in another Wi-Fi, it works.", $"用网线或换一个 Wi-Fi 就可以。");
}
