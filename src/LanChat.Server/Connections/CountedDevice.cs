using System.Net;

namespace LanChat.Server.Connections;

/// <summary>The device that a connection counts as one of, from its first proven key on.</summary>
/// <param name="limits">Counts the connections; null: they are not limited.</param>
/// <param name="address">The client's address.</param>
internal sealed class CountedDevice(AddressLimits? limits, IPAddress address)
{
    private string? _key;

    /// <summary>The client has proved a device key; null: none.</summary>
    public void Set(string? key)
    {
        if (key is null || _key is not null) return;
        _key = key;
        limits?.AddToDevice(address, key);
    }

    /// <summary>The connection is closed.</summary>
    public void End()
    {
        if (_key is not null) limits?.RemoveFromDevice(address, _key);
    }
}
