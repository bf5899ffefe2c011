using System.Net;
using Akka.Event;
using LanChat.Server.Connections;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;

namespace LanChat.Server.Listening;

/// <summary>The limits on accepted connections, in all and per IP address.</summary>
internal sealed class AcceptLimits(
    LimitSettings settings,
    FileDescriptorBudget descriptors,
    AddressLimits addresses,
    TimeProvider clock,
    ILoggingAdapter log)
{
    private static readonly TimeSpan LogPeriod = TimeSpan.FromMinutes(1);

    private readonly LogThrottle _throttle = new(LogPeriod, clock);

    private int MaxConnections => settings.Connections is > 0 and var limit ? limit : descriptors.MaxConnections();

    /// <summary>Whether the maximum is reached; logs it once a minute at most.</summary>
    public bool IsFull()
    {
        if (addresses.Connections < MaxConnections) return false;
        if (_throttle.TryAcquire())
        {
            log.Warning(
                "there are {0} connections, as many as there may be: whoever else comes is cut off for now",
                MaxConnections);
        }

        return true;
    }

    /// <summary>Whether an address has too many connections; local ones are unlimited.</summary>
    /// <param name="count">Number of connections of the address.</param>
    /// <param name="accepted">The connection.</param>
    public bool IsTooMany(int count, ConnectionManagerProtocol.ConnectionAccepted accepted) =>
        settings.ConnectionsPerAddress is > 0 and var limit
        && count > limit
        && (accepted.IsForwarded || !IPAddress.IsLoopback(accepted.Remote.Address));
}
