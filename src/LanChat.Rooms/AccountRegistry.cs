using System.Security.Cryptography;

namespace LanChat.Rooms;

/// <summary>
/// Maps device keys to accounts. A key that was never linked is an account of its own, and the
/// account's id, so that nothing needs to be kept about it.
/// </summary>
public sealed class AccountRegistry
{
    private const int MaxDevices = 16;

    private readonly Dictionary<string, LinkedDevice> _devices = [];
    private readonly Dictionary<string, HashSet<string>> _ofAccount = [];

    /// <param name="devices">The devices that are kept.</param>
    public AccountRegistry(IEnumerable<LinkedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        foreach (var device in devices) Set(device);
    }

    /// <summary>The account of a device key.</summary>
    public string AccountOf(string key) => _devices.TryGetValue(key, out var device) ? device.Account : key;

    /// <summary>The devices of an account, in the order they were linked.</summary>
    public IReadOnlyList<LinkedDevice> DevicesOf(string account)
    {
        if (_ofAccount.TryGetValue(account, out var keys))
            return [.. keys.Select(key => _devices[key]).OrderBy(device => device.Number)];
        return _devices.ContainsKey(account) ? [] : [new LinkedDevice(account, account, 1, "", default, default)];
    }

    /// <summary>Whether another device may be linked to an account.</summary>
    public bool MayLinkAnother(string account) => DevicesOf(account).Count < MaxDevices;

    /// <summary>Links a device to an account; returns the changes to persist.</summary>
    /// <param name="key">The device key.</param>
    /// <param name="account">The account it belongs to from now on.</param>
    /// <param name="nameOf">What clients call their devices.</param>
    /// <param name="now">The current time.</param>
    public IReadOnlyList<AccountChange> Link(string key, string account, Func<string, string> nameOf, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        List<LinkedDevice> set = [];
        var devices = DevicesOf(account);
        // The first device was not kept until now.
        if (devices is [{ Added: var added } only] && added == default)
            set.Add(only with { Name = nameOf(only.Key), Added = now.Utc, Used = now.Utc.Date });
        var number = devices.Count == 0 ? 1 : devices.Max(device => device.Number) + 1;
        set.Add(new LinkedDevice(key, account, number, nameOf(key), now.Utc, now.Utc.Date));
        foreach (var device in set) Set(device);
        return [.. set.Select(device => new AccountChange.DeviceSet(device))];
    }

    /// <summary>
    /// Takes a device off its account; it is an account of its own from then on. Returns the
    /// change to persist.
    /// </summary>
    public AccountChange Unlink(LinkedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Key != device.Account)
        {
            Remove(device.Key);
            return new AccountChange.DeviceRemoved(device.Key);
        }

        // Its key is the id of the account, and must not lead there any more.
        var other = device with { Account = NewId(), Number = 1 };
        Set(other);
        return new AccountChange.DeviceSet(other);
    }

    /// <summary>
    /// A device is used: returns the change to persist, once a day; null for none.
    /// </summary>
    public AccountChange? Use(string key, string name, Timestamp now)
    {
        if (!_devices.TryGetValue(key, out var device)) return null;
        var used = device with { Name = name.Length > 0 ? name : device.Name, Used = now.Utc.Date };
        if (used == device) return null;
        Set(used);
        return new AccountChange.DeviceSet(used);
    }

    /// <summary>
    /// Removes an account: its devices are accounts of their own again. Returns the changes to
    /// persist.
    /// </summary>
    public IReadOnlyList<AccountChange> Delete(string account)
    {
        var keys = DevicesOf(account).Select(device => device.Key).Where(Remove).ToArray();
        return [.. keys.Select(key => new AccountChange.DeviceRemoved(key))];
    }

    /// <summary>The id of an account that no device key leads to.</summary>
    public static string NewId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    private void Set(LinkedDevice device)
    {
        Remove(device.Key);
        _devices[device.Key] = device;
        if (!_ofAccount.TryGetValue(device.Account, out var keys)) _ofAccount[device.Account] = keys = [];
        keys.Add(device.Key);
    }

    private bool Remove(string key)
    {
        if (!_devices.Remove(key, out var device)) return false;
        var keys = _ofAccount[device.Account];
        keys.Remove(key);
        if (keys.Count == 0) _ofAccount.Remove(device.Account);
        return true;
    }
}
