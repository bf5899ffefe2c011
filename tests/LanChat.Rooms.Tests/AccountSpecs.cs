using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>Which devices belong to one person, and how another one is linked.</summary>
public sealed class AccountSpecs
{
    private const string Address = "192.168.38.7";
    private static readonly Timestamp Then = new(TestRoom.Local, TestRoom.Local);

    private readonly AccountRegistry _accounts = new([]);
    private readonly LinkCodes _codes = new();

    [Fact]
    public void A_device_is_an_account_of_its_own()
    {
        Assert.Equal("phone", _accounts.AccountOf("phone"));
        Assert.Equal("phone", Assert.Single(_accounts.DevicesOf("phone")).Key);
    }

    [Fact]
    public void A_linked_device_belongs_to_the_account_also_after_a_restart()
    {
        var changes = Link("phone", "console");

        Assert.Equal("console", _accounts.AccountOf("phone"));
        var restarted = new AccountRegistry(changes.Select(change => ((AccountChange.DeviceSet)change).Device));
        Assert.Equal("console", restarted.AccountOf("phone"));
        Assert.Equal(
            [(1, "console", "name of console"), (2, "phone", "name of phone")],
            restarted.DevicesOf("console").Select(device => (device.Number, device.Key, device.Name)));
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("console")]
    public void A_device_that_was_taken_off_is_a_stranger(string taken)
    {
        Link("phone", "console");
        var device = _accounts.DevicesOf("console").Single(device => device.Key == taken);

        _accounts.Unlink(device);

        var rest = Assert.Single(_accounts.DevicesOf("console"));
        Assert.NotEqual(taken, rest.Key);
        Assert.NotEqual("console", _accounts.AccountOf(taken));
        Assert.Equal("console", _accounts.AccountOf(rest.Key));
        Link(taken, "console");
        Assert.Equal("console", _accounts.AccountOf(taken));
    }

    [Fact]
    public void The_last_use_is_kept_once_a_day()
    {
        Link("phone", "console");

        Assert.Null(_accounts.Use("phone", "", Then));
        Assert.Null(_accounts.Use("stranger", "", Then));
        var tomorrow = Then with { Utc = Then.Utc.AddDays(1) };
        var change = Assert.IsType<AccountChange.DeviceSet>(_accounts.Use("phone", "new name", tomorrow));
        Assert.Equal(("new name", tomorrow.Utc.Date), (change.Device.Name, change.Device.Used));
    }

    [Fact]
    public void A_code_is_valid_until_it_is_used()
    {
        var code = _codes.Make("console", Then);

        Assert.Matches("^[0-9]{4}-[0-9]{4}$", code);
        Assert.Equal("console", Try(code.Replace("-", " ", StringComparison.Ordinal), out _));
        _codes.Remove(code);
        Assert.Null(Try(code, out var refusal));
        Assert.True(refusal!.Is(Refusal.CodeWrong));
    }

    [Fact]
    public void A_code_is_valid_for_five_minutes_and_until_the_next_one()
    {
        var first = _codes.Make("console", Then);
        var second = _codes.Make("console", Then);

        Assert.Null(Try(first, out _));
        Assert.Equal("console", _codes.AccountOf(second, Address, Then with { Utc = Then.Utc.AddSeconds(299) }, out _));
        Assert.Null(_codes.AccountOf(second, Address, Then with { Utc = Then.Utc.AddMinutes(5) }, out _));
    }

    [Fact]
    public void After_five_wrong_tries_of_an_address_even_the_right_code_is_refused_there()
    {
        var code = _codes.Make("console", Then);
        for (var time = 0; time < 5; time++) Assert.Null(Try("0000-00000", out _));

        Assert.Null(Try(code, out var refusal));
        Assert.Equal(Refusal.TooManyTries, refusal);
        Assert.Equal("console", _codes.AccountOf(code, "192.168.38.8", Then, out _));
    }

    [Fact]
    public void After_a_hundred_wrong_tries_of_all_addresses_no_code_is_valid()
    {
        var code = _codes.Make("console", Then);
        for (var time = 0; time < 100; time++)
            Assert.Null(_codes.AccountOf("0000-00000", $"10.0.0.{time}", Then, out _));

        Assert.Null(Try(code, out var refusal));
        Assert.True(refusal!.Is(Refusal.CodeWrong));
        Assert.Equal("console", Try(_codes.Make("console", Then), out _));
    }

    private string? Try(string code, out Refusal? refusal) => _codes.AccountOf(code, Address, Then, out refusal);

    private IReadOnlyList<AccountChange> Link(string key, string account) =>
        _accounts.Link(key, account, name => $"name of {name}", Then);
}
