using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary><c>doctor</c>, and what it says of this computer and its networks.</summary>
public static class DoctorTexts
{
    public static string Purpose => In(
        $"Finds out why rooms don't show up, and says what to do. Exits with 0 when all is as it should be, with 1 when something was found, with 2 when it was called wrongly.",
        $"检查为什么看不到房间，并说明怎么办。一切正常时退出码为 0，发现问题时为 1，用法错误时为 2。");

    public static string Address => In(
        $"A room that should be there: whether it can be reached, too. Nobody in it notices.",
        $"应该存在的房间：一并检查能否连上。房间里的人不会察觉。");

    public static string Ok => In($"ok", $"正常");

    public static string Warning => In($"warning", $"警告");

    public static string Problem => In($"problem", $"问题");

    public static string LookAtTheCable => In($"Look at the cable or the Wi-Fi.", $"请检查网线或 Wi-Fi。");

    public static string NoNetwork => In(
        $"No network is up with an IPv4 address, and rooms are announced by IPv4.",
        $"没有可用的 IPv4 网络，而房间是通过 IPv4 广播的。");

    public static string JoinANetwork => In($"Plug in the cable, or join the Wi-Fi.", $"请插好网线，或连接 Wi-Fi。");

    public static string SelfGivenAddress(string network, string address) => In(
        $"{network} has the address {address}, which it gave itself: no router gave it any, and devices that have one from the router don't hear it.",
        $"{network} 的地址是 {address}，这是它自己分配的：没有从路由器得到地址，而从路由器得到地址的设备听不到它。");

    public static string LookAtDhcp => In(
        $"Look at the cable or the Wi-Fi, and whether the router gives out addresses (DHCP).",
        $"请检查网线或 Wi-Fi，以及路由器是否分配地址（DHCP）。");

    public static string AddressAndBroadcast(string network, string address, string broadcast) => In(
        $"{network} has the address {address}; {broadcast} reaches everybody there.",
        $"{network} 的地址是 {address}；发往 {broadcast} 可以到达那里的所有设备。");

    public static string AddressWithoutBroadcast(string network, string address) => In(
        $"{network} has the address {address}, on a link that reaches nobody but its other end (such as a VPN): no room is announced there.",
        $"{network} 的地址是 {address}，这条链路只通向对端（例如 VPN）：不会有房间在那里广播。");

    public static string AnotherProgram => In($"another program", $"另一个程序");

    public static string OurServer => In($"a LanChat server", $"LanChat 服务器");

    public static string OurClient => In($"a LanChat client", $"LanChat 客户端");

    public static string Process(string name, string id) => In($"{name} (process {id})", $"{name}（进程 {id}）");

    public static string PortFree(int port) => In($"UDP port {port} is free.", $"UDP 端口 {port} 空闲。");

    public static string PortShared(int port, string holders) => In(
        $"UDP port {port} is shared with {holders}; everyone hears the same.",
        $"UDP 端口 {port} 与 {holders} 共用；大家听到的都一样。");

    public static string PortTaken(int port, string holders) => In(
        $"UDP port {port} is held by {holders}, which lets nobody else listen: no room can be heard.",
        $"UDP 端口 {port} 被 {holders} 独占：听不到任何房间。");

    public static string EndThatProgram => In(
        $"End that program, or have it use another port.",
        $"请结束那个程序，或让它换用别的端口。");

    public static string PortForbidden(int port) => In(
        $"The system lets nobody listen on UDP port {port}.",
        $"系统不允许监听 UDP 端口 {port}。");

    public static string PortOfTheAdministrator => In(
        $"Ports below 1024 are the administrator's: choose another with lanchat.discovery.port, the same on every computer.",
        $"1024 以下的端口归管理员所有：请用 lanchat.discovery.port 另选一个，每台电脑都要相同。");

    public static string ChooseAnotherPort => In(
        $"Choose another with lanchat.discovery.port, the same on every computer.",
        $"请用 lanchat.discovery.port 另选一个，每台电脑都要相同。");
}
