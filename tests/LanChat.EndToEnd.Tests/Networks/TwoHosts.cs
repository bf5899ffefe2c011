using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LanChat.EndToEnd.Tests.Networks;

/// <summary>Two computers on one cable: two network namespaces of this machine, joined by a pair of virtual interfaces.</summary>
internal sealed partial class TwoHosts : IDisposable
{
    public const string FirstAddress = "10.77.0.1";

    private const int NewNetwork = 0x40000000;
    private readonly string _second;

    private TwoHosts(string first, string second) => (First, _second) = (first, second);

    /// <summary>The first one's name, for <c>ip netns exec</c>.</summary>
    public string First { get; }

    public static TwoHosts Create()
    {
        var id = Guid.NewGuid().ToString("N")[..6];
        var hosts = new TwoHosts($"lan{id}a", $"lan{id}b");
        Ip($"netns add {hosts.First}");
        Ip($"netns add {hosts._second}");
        Ip($"-n {hosts.First} link add cable type veth peer name cable netns {hosts._second}");
        Ip($"-n {hosts.First} addr add {FirstAddress}/24 dev cable");
        Ip($"-n {hosts._second} addr add 10.77.0.2/24 dev cable");
        foreach (var host in new[] { hosts.First, hosts._second })
        {
            Ip($"-n {host} link set lo up");
            Ip($"-n {host} link set cable up");
        }

        return hosts;
    }

    /// <summary>Why it can't be made here, or null.</summary>
    public static string? Obstacle()
    {
        try
        {
            using var probe = Create();
            return null;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"network namespaces can't be made here: {wrong.Message}";
        }
    }

    /// <summary>Plugs the first one's cable in or out.</summary>
    public void SetFirst(bool up) => Ip($"-n {First} link set cable {(up ? "up" : "down")}");

    /// <summary>Runs something in the second one's network, on a thread of its own; a socket made there stays there.</summary>
    public T OnSecond<T>(Func<T> make)
    {
        T? made = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var file = File.OpenHandle($"/var/run/netns/{_second}");
                if (SetNamespace((int)file.DangerousGetHandle(), NewNetwork) != 0) throw new InvalidOperationException($"setns: errno {Marshal.GetLastPInvokeError()}");
                made = make();
            }
            catch (Exception wrong)
            {
                failure = wrong;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? made! : throw new InvalidOperationException("in the second namespace", failure);
    }

    public void Dispose()
    {
        foreach (var host in new[] { First, _second }) Process.Start(new ProcessStartInfo("ip", $"netns del {host}") { RedirectStandardError = true })!.WaitForExit();
    }

    private static void Ip(string arguments)
    {
        using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
        var said = ip.StandardError.ReadToEnd();
        ip.WaitForExit();
        if (ip.ExitCode != 0) throw new InvalidOperationException($"ip {arguments}: {said.Trim()}");
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int file, int kind);
}
