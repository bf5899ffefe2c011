using System.Diagnostics;
using System.Runtime.InteropServices;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Networks;

/// <summary>
/// Two hosts on one cable: two network namespaces of this machine, joined by a pair of virtual
/// interfaces.
/// </summary>
internal sealed partial class TwoHosts : IDisposable
{
    public const string FirstAddress = "10.77.0.1";
    public const string SecondAddress = "10.77.0.2";

    private const int NewNetwork = 0x40000000;

    private TwoHosts(string first, string second) => (First, Second) = (first, second);

    /// <summary>The first host's name for <c>ip netns exec</c>.</summary>
    public string First { get; }

    /// <inheritdoc cref="First"/>
    public string Second { get; }

    public static TwoHosts Create()
    {
        var id = Guid.NewGuid().ToString("N")[..6];
        var hosts = new TwoHosts($"lan{id}a", $"lan{id}b");
        Ip($"netns add {hosts.First}");
        Ip($"netns add {hosts.Second}");
        foreach (var host in new[] { hosts.First, hosts.Second }) Ip($"-n {host} link set lo up");
        hosts.AddCable();
        return hosts;
    }

    /// <summary>Why hosts cannot be created here, or null.</summary>
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

    /// <summary>Creates the cable, with an interface and an address at each end.</summary>
    public void AddCable()
    {
        Ip($"-n {First} link add cable type veth peer name cable netns {Second}");
        foreach (var (host, address) in new[] { (First, FirstAddress), (Second, SecondAddress) })
        {
            Ip($"-n {host} addr add {address}/24 dev cable");
            Ip($"-n {host} link set cable up");
        }
    }

    /// <summary>Waits until both ends are up, which may take a second.</summary>
    public void WaitForCable()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        foreach (var host in new[] { First, Second })
        {
            while (!Ip($"-n {host} -oneline link show cable").Contains(" state UP ", StringComparison.Ordinal))
                timeout.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Removes the cable and with it both interfaces.</summary>
    public void RemoveCable() => Ip($"-n {First} link del cable");

    /// <summary>Sets the first host's interface up or down.</summary>
    public void SetFirst(bool up) => Ip($"-n {First} link set cable {(up ? "up" : "down")}");

    /// <summary>
    /// Removes the broadcast route of the second host: it still sends to the broadcast address, but
    /// as to one unreachable device.
    /// </summary>
    public void ForgetBroadcastOnSecond() => Ip($"-n {Second} route del broadcast 10.77.0.255 dev cable table local");

    /// <summary>
    /// Runs a function in the first host's namespace on a thread of its own; a socket opened there
    /// stays there.
    /// </summary>
    public T OnFirst<T>(Func<T> make) => On(First, make);

    /// <inheritdoc cref="OnFirst"/>
    public T OnSecond<T>(Func<T> make) => On(Second, make);

    private static T On<T>(string host, Func<T> make)
    {
        T? made = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var file = File.OpenHandle($"/var/run/netns/{host}");
                if (SetNamespace((int)file.DangerousGetHandle(), NewNetwork) != 0)
                    throw new InvalidOperationException($"setns: errno {Marshal.GetLastPInvokeError()}");
                made = make();
            }
            catch (Exception wrong)
            {
                failure = wrong;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? made! : throw new InvalidOperationException($"in {host}", failure);
    }

    public void Dispose()
    {
        foreach (var host in new[] { First, Second })
            Process.Start(
                new ProcessStartInfo("ip", $"netns del {host}") { RedirectStandardError = true })!.WaitForExit();
    }

    private static string Ip(string arguments)
    {
        using var ip = Process.Start(
            new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var shown = ip.StandardOutput.ReadToEnd();
        var said = ip.StandardError.ReadToEnd();
        ip.WaitForExit();
        return ip.ExitCode == 0 ? shown : throw new InvalidOperationException($"ip {arguments}: {said.Trim()}");
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int file, int kind);
}
