namespace LanChat.Client.Doctor.Facts;

/// <summary>A firewall that seems to be at work here.</summary>
internal enum Firewall
{
    None,
    Ufw,
    Firewalld,

    /// <summary>Rules of Linux's own, made by something else.</summary>
    Netfilter,
    Windows,
    MacOS,
}
